package dev.atoll.conformance.audit;

import dev.atoll.practice.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments by which code accepts a finding: {@code # atoll:ignore DNS-5 the apex is all we have},
 * on the line of the finding or right above it. Without a reason it accepts nothing. Local to one
 * run.
 */
final class Suppressions {

  private static final Pattern COMMENT =
      Pattern.compile("(?:#|//)\\s*atoll:ignore\\s+([A-Z]+-\\d+[a-z]?)\\s*(.*)");

  private final Path base;
  private final Map<String, List<String>> files = new HashMap<>();
  private final Set<String> unreasoned = new LinkedHashSet<>();

  /**
   * @param base what the names of files are relative to
   */
  Suppressions(Path base) {
    this.base = base;
  }

  /** The reason that the code gives for a finding. */
  Optional<String> accepted(Finding finding) {
    return finding.where().stream()
        .map(Location::of)
        .flatMap(place -> at(place, finding.practice().id()).stream())
        .findFirst();
  }

  /** Comments that give no reason, by place. */
  List<String> unreasoned() {
    return List.copyOf(unreasoned);
  }

  private Optional<String> at(Location place, String practice) {
    if (place.file().isEmpty() || place.line().isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = files.computeIfAbsent(place.file().get(), this::lines);
    for (int line = place.line().get(); line > 0 && line <= lines.size(); line--) {
      String text = lines.get(line - 1);
      Matcher comment = COMMENT.matcher(text);
      if (comment.find() && comment.group(1).equals(practice)) {
        String reason = comment.group(2).strip();
        if (!reason.isEmpty()) {
          return Optional.of(reason);
        }
        unreasoned.add(
            "%s:%d accepts %s without a reason, which counts for nothing"
                .formatted(place.file().get(), line, practice));
      }
      // Above the line itself, only comments that touch it are looked at.
      boolean above = line > 1 && lines.get(line - 2).strip().matches("(#|//).*");
      if (!above) {
        break;
      }
    }
    return Optional.empty();
  }

  private List<String> lines(String file) {
    try {
      return new String(Files.readAllBytes(base.resolve(file)), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
