package dev.atoll.conformance.audit;

import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Comments by which code accepts findings: {@code # atoll:ignore DNS-5 the apex is all we have}, on
 * a line of the finding or right above it. A finding may have several places, and a comment at any
 * of them accepts it; a finding that is merely like it, elsewhere, stays open. Without a reason a
 * comment accepts nothing. What is not honoured is said. Local to one run.
 */
final class Suppressions {

  private final Path base;
  private final Map<String, List<Suppression>> comments = new TreeMap<>();
  private final Map<String, List<String>> files = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * @param base what the names of files are relative to
   * @param marked the texts with such comments in them, by the names of their files
   */
  Suppressions(Path base, Map<String, String> marked) {
    this.base = base;
    marked.forEach((file, text) -> comments.put(file, Suppression.in(text)));
  }

  /** The reason that the code gives for a finding. */
  Optional<String> accepted(Finding finding) {
    return finding.where().stream()
        .map(Location::of)
        .flatMap(place -> at(place, finding.practice().id()).stream())
        .findFirst();
  }

  /** Comments that count for nothing, each with the reason; to be asked after all findings. */
  List<String> unhonoured() {
    List<String> all = new ArrayList<>();
    comments.forEach(
        (file, found) ->
            found.forEach(
                comment ->
                    why(file, comment)
                        .forEach(why -> all.add("%s:%d %s".formatted(file, comment.line(), why)))));
    return all;
  }

  private List<String> why(String file, Suppression comment) {
    if (comment.practices().isEmpty()) {
      return List.of("accepts nothing: it names no practice, such as DNS-5");
    }
    List<String> all = new ArrayList<>();
    for (String id : comment.practices()) {
      if (Catalogue.find(id).isEmpty()) {
        all.add("accepts %s, and there is no such practice".formatted(id));
      } else if (comment.reason().isEmpty()) {
        all.add("accepts %s without a reason, which counts for nothing".formatted(id));
      } else if (!used.contains(key(file, comment, id))) {
        all.add("accepts %s, which was not found there".formatted(id));
      }
    }
    return all;
  }

  private Optional<String> at(Location place, String practice) {
    if (place.file().isEmpty() || place.line().isEmpty()) {
      return Optional.empty();
    }
    String file = place.file().get();
    int line = place.line().get();
    List<Suppression> here =
        comments.computeIfAbsent(file, name -> Suppression.in(String.join("\n", lines(name))));
    if (here.isEmpty()) {
      return Optional.empty();
    }
    int first = firstOfComments(lines(file), line);
    for (Suppression comment : here) {
      if (comment.line() >= first && comment.line() <= line && comment.accepts(practice)) {
        used.add(key(file, comment, practice));
        return Optional.of(comment.reason());
      }
    }
    return Optional.empty();
  }

  /** Above the line itself, only comments that touch it are looked at. */
  private static int firstOfComments(List<String> lines, int line) {
    int first = line;
    while (first > 1
        && first - 2 < lines.size()
        && lines.get(first - 2).strip().matches("(#|//).*")) {
      first--;
    }
    return first;
  }

  private static String key(String file, Suppression comment, String practice) {
    return "%s:%d %s".formatted(file, comment.line(), practice);
  }

  private List<String> lines(String file) {
    return files.computeIfAbsent(file, this::read);
  }

  private List<String> read(String file) {
    try {
      return new String(Files.readAllBytes(base.resolve(file)), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
