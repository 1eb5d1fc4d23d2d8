package dev.atoll.diagnosis;

import dev.atoll.analysis.secrets.Masking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Looks for known errors line by line. Programs break long messages at the width of a terminal and
 * put the cause below a frame of code, so a line that has a mark of an error is read together with
 * its neighbours. Keeps a few lines at a time, however many come. Not for several threads.
 */
public final class Recogniser {

  /** How far a message may reach to either side of the line with its mark, in lines with text. */
  private static final int AROUND = 8;

  private static final int SHOWN = 200;

  private final List<LogLine> window = new ArrayList<>();
  private final Map<String, Recognised> found = new LinkedHashMap<>();
  private final Signs signs = new Signs();
  private int centre;
  private long lines;

  /**
   * Takes the next line, or the next piece of a long one.
   *
   * @param number the number of the line, from 1
   */
  public void read(long number, String raw) {
    lines = number;
    LogLine line = LogLine.of(number, raw);
    if (line.text().isEmpty()) {
      return;
    }
    window.add(line);
    if (window.size() - centre > AROUND) {
      look();
      centre++;
    }
    if (centre > AROUND) {
      window.remove(0);
      centre--;
    }
  }

  /** What came of it; call it once, at the end. */
  public Recognition finish() {
    while (centre < window.size()) {
      look();
      centre++;
    }
    return new Recognition(
        lines,
        found.values().stream().sorted(Comparator.comparingLong(Recognised::line)).toList(),
        signs.unexplained(),
        signs.count());
  }

  private void look() {
    LogLine line = window.get(centre);
    String lower = line.text().toLowerCase(Locale.ROOT);
    List<KnownError> candidates =
        KnownErrors.all().stream()
            .filter(error -> error.marks().stream().anyMatch(lower::contains))
            .toList();
    boolean known = candidates.isEmpty() ? false : match(candidates);
    if (known) {
      signs.explain(line.number());
    } else {
      signs.see(line);
    }
  }

  private boolean match(List<KnownError> candidates) {
    StringBuilder text = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (LogLine each : window) {
      starts.add(text.length());
      text.append(each.text()).append(' ');
    }
    int from = starts.get(centre);
    int to = from + window.get(centre).text().length();
    boolean any = false;
    for (KnownError error : candidates) {
      Matcher matcher = error.text().matcher(text);
      while (matcher.find() && matcher.start() < to) {
        if (matcher.end() > from) {
          any = true;
          note(error, window.get(lineOf(starts, matcher.start())).number(), matcher.group());
        }
      }
    }
    return any;
  }

  private static int lineOf(List<Integer> starts, int position) {
    int line = 0;
    while (line + 1 < starts.size() && starts.get(line + 1) <= position) {
      line++;
    }
    return line;
  }

  /** A message over several lines can have a mark in each of them; it counts once. */
  private void note(KnownError error, long line, String text) {
    String excerpt = Masking.masked(text.strip());
    Recognised first =
        new Recognised(
            error, line, 1, line, excerpt.substring(0, Math.min(SHOWN, excerpt.length())));
    found.merge(
        error.id(),
        first,
        (before, now) -> now.line() > before.last() ? before.again(line) : before);
  }
}
