package dev.atoll.conformance.audit.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The lines of one file, each with its own end, and what shall stand in their place. */
final class Lines {

  private static final int CONTEXT = 3;

  private final String name;
  private final List<String> lines;
  private final TreeMap<Integer, List<String>> changed = new TreeMap<>();

  Lines(String name, String text) {
    this.name = name;
    this.lines = split(text);
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return lines;
  }

  int count() {
    return lines.size();
  }

  /** The line of that number, from 1, as it is now, with its end. */
  String line(int number) {
    return lines.get(number - 1);
  }

  /** Puts other lines in the place of one; the first change of a line wins. */
  void replace(int number, List<String> with) {
    changed.putIfAbsent(number, List.copyOf(with));
  }

  /** Changes lines, those from one number to another, each by itself. */
  void edit(int from, int to, UnaryOperator<String> change) {
    for (int number = from; number <= to; number++) {
      String with = change.apply(line(number));
      if (!with.equals(line(number))) {
        replace(number, List.of(with));
      }
    }
  }

  /** The numbers of the lines, in a range, that a pattern finds something in. */
  List<Integer> matching(int from, int to, Pattern pattern) {
    return IntStream.rangeClosed(from, to)
        .filter(number -> pattern.matcher(line(number)).find())
        .boxed()
        .toList();
  }

  /** The number of the line that closes the block which starts there. */
  int blockEnd(int start) {
    String indent = line(start).substring(0, line(start).indexOf(line(start).strip()));
    for (int number = start + 1; number <= count(); number++) {
      if (line(number).stripTrailing().equals(indent + "}")) {
        return number;
      }
    }
    return count();
  }

  /** A unified diff; empty when nothing changes. */
  String diff() {
    StringBuilder diff = new StringBuilder();
    int shift = 0;
    List<Integer> open = new ArrayList<>(changed.keySet());
    while (!open.isEmpty()) {
      int last = 0;
      while (last + 1 < open.size() && open.get(last + 1) - open.get(last) <= 2 * CONTEXT) {
        last++;
      }
      int from = Math.max(1, open.get(0) - CONTEXT);
      int to = Math.min(count(), open.get(last) + CONTEXT);
      StringBuilder hunk = new StringBuilder();
      int added = 0;
      for (int number = from; number <= to; number++) {
        List<String> with = changed.get(number);
        if (with == null) {
          marked(hunk, ' ', line(number));
        } else {
          added += with.size() - 1;
          boolean kept = with.get(0).equals(line(number));
          marked(hunk, kept ? ' ' : '-', line(number));
          with.stream().skip(kept ? 1 : 0).forEach(each -> marked(hunk, '+', each));
        }
      }
      int size = to - from + 1;
      diff.append("@@ -%d,%d +%d,%d @@\n".formatted(from, size, from + shift, size + added))
          .append(hunk);
      shift += added;
      open = open.subList(last + 1, open.size());
    }
    return diff.isEmpty() ? "" : "--- a/%s\n+++ b/%s\n%s".formatted(name, name, diff);
  }

  private static void marked(StringBuilder hunk, char mark, String line) {
    hunk.append(mark).append(line);
    if (!line.endsWith("\n")) {
      hunk.append("\n\\ No newline at end of file\n");
    }
  }
}
