package dev.atoll.conformance.audit.fix;

import dev.atoll.conformance.audit.Entry;
import dev.atoll.conformance.audit.Location;
import dev.atoll.practice.About;
import dev.atoll.practice.lifecycle.TemplatesAreTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fixes of findings that are the same whatever the estate: {@code upgrade_install} on a release
 * (HELM-1), {@code urlencode} around a password in a URL (AUR-10), the load balancer of the records
 * as what a health check asks (DNS-5), the cluster's tag on a look-up (DNS-12), a shell's
 * expansions in a template (RUN-5). What needs a decision has none: a trigger that is taken away
 * without the patch that hangs on it, a service account that only its owner knows, a version.
 */
public final class MechanicalFixes {

  private static final Pattern RAW = Pattern.compile(":\\$\\{(?!urlencode\\()([^{}]+)}@");

  private static final String ENCODED = ":\\${urlencode($1)}@";

  private final Path base;
  private final Map<String, Optional<Lines>> files = new TreeMap<>();

  private MechanicalFixes(Path base) {
    this.base = base;
  }

  /**
   * One patch for all findings that have such a fix, for {@code git apply}.
   *
   * @param base what the names of files are relative to
   */
  public static String patch(List<Entry> entries, Path base) {
    MechanicalFixes fixes = new MechanicalFixes(base);
    entries.stream().filter(Entry::isOpen).forEach(fixes::fix);
    return fixes.files.values().stream()
        .flatMap(Optional::stream)
        .map(Lines::diff)
        .collect(Collectors.joining());
  }

  private void fix(Entry entry) {
    Set<String> practices =
        entry.practices().stream().map(About::id).collect(Collectors.toUnmodifiableSet());
    for (Location place : entry.finding().where().stream().map(Location::of).distinct().toList()) {
      if (place.file().isPresent() && place.line().isPresent()) {
        files
            .computeIfAbsent(place.file().get(), this::lines)
            .filter(lines -> place.line().get() <= lines.count())
            .ifPresent(
                lines -> practices.forEach(practice -> fix(practice, lines, place.line().get())));
      }
    }
  }

  private static void fix(String practice, Lines lines, int start) {
    switch (practice) {
      case "HELM-1" -> UpgradeInstallFix.in(lines, start);
      case "AUR-10" ->
          lines.edit(start, lines.blockEnd(start), line -> RAW.matcher(line).replaceAll(ENCODED));
      case "DNS-5" -> HealthCheckFix.in(lines, start);
      case "DNS-12" -> LookupFix.in(lines, start);
      case "RUN-5" -> lines.edit(1, lines.count(), TemplatesAreTemplates::escaped);
      default -> {}
    }
  }

  private Optional<Lines> lines(String file) {
    try {
      byte[] bytes = Files.readAllBytes(base.resolve(file));
      return Optional.of(new Lines(file, new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
