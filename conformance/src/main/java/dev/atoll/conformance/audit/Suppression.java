package dev.atoll.conformance.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment by which code accepts findings.
 *
 * @param line the line it stands on, from 1
 * @param practices the ids that it names; none where it names nothing
 * @param reason why; empty where it says nothing
 */
record Suppression(int line, List<String> practices, String reason) {

  private static final String ID = "[A-Z]+-\\d+[a-z]?";
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?:#|//)\\s*atoll:ignore\\b[ \\t]*((?:%s)(?:\\s*,\\s*%s)*)?(.*)".formatted(ID, ID));

  /** Those in a text. */
  static List<Suppression> in(String text) {
    List<Suppression> all = new ArrayList<>();
    if (!text.contains("atoll:ignore")) {
      return all;
    }
    List<String> lines = text.lines().toList();
    for (int line = 1; line <= lines.size(); line++) {
      Matcher comment = COMMENT.matcher(lines.get(line - 1));
      if (comment.find()) {
        List<String> ids =
            comment.group(1) == null
                ? List.of()
                : Arrays.asList(comment.group(1).split("\\s*,\\s*", -1));
        all.add(new Suppression(line, List.copyOf(ids), comment.group(2).strip()));
      }
    }
    return all;
  }

  /** Whether it accepts findings of that practice. */
  boolean accepts(String practice) {
    return practices.contains(practice) && !reason.isEmpty();
  }
}
