package dev.atoll.conformance.audit.fix;

import dev.atoll.conformance.audit.Entry;
import dev.atoll.conformance.audit.Location;
import dev.atoll.practice.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fixes of findings that are the same whatever the estate: {@code upgrade_install} on a release
 * (HELM-1), {@code urlencode} around a password in a URL (AUR-10).
 */
public final class MechanicalFixes {

  private static final Pattern OFF = Pattern.compile("(\\s*upgrade_install\\s*=\\s*)false\\b");
  private static final Pattern RAW = Pattern.compile(":\\$\\{(?!urlencode\\()([^{}]+)}@");

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
    entries.stream().filter(Entry::isOpen).map(Entry::finding).forEach(fixes::fix);
    return fixes.files.values().stream()
        .flatMap(Optional::stream)
        .map(Lines::diff)
        .collect(Collectors.joining());
  }

  private void fix(Finding finding) {
    for (Location place : finding.where().stream().map(Location::of).distinct().toList()) {
      if (place.file().filter(file -> file.endsWith(".tf")).isPresent()
          && place.line().isPresent()) {
        files
            .computeIfAbsent(place.file().get(), this::lines)
            .filter(lines -> place.line().get() <= lines.count())
            .ifPresent(lines -> fix(finding.practice().id(), lines, place.line().get()));
      }
    }
  }

  private static void fix(String practice, Lines lines, int start) {
    if (practice.equals("HELM-1")) {
      upgradeInstall(lines, start);
    } else if (practice.equals("AUR-10")) {
      for (int number = start; number <= lines.blockEnd(start); number++) {
        String line = lines.line(number);
        String encoded = RAW.matcher(line).replaceAll(":\\${urlencode($1)}@");
        if (!encoded.equals(line)) {
          lines.replace(number, List.of(encoded));
        }
      }
    }
  }

  private static void upgradeInstall(Lines lines, int start) {
    String first = lines.line(start);
    if (!first.contains("\"helm_release\"") || !first.strip().endsWith("{")) {
      return;
    }
    for (int number = start; number <= lines.blockEnd(start); number++) {
      String line = lines.line(number);
      if (OFF.matcher(line).find()) {
        lines.replace(number, List.of(OFF.matcher(line).replaceFirst("$1true")));
        return;
      }
      if (line.strip().startsWith("upgrade_install")) {
        return;
      }
    }
    String end = first.endsWith("\r\n") ? "\r\n" : "\n";
    String indent = first.substring(0, first.indexOf("resource"));
    lines.replace(start, List.of(first, indent + "  upgrade_install = true" + end));
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
