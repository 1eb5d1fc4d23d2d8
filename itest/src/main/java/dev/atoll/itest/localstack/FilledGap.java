package dev.atoll.itest.localstack;

import java.util.Arrays;
import java.util.List;

/**
 * A gap between the emulator and what AWS documents that we fill: one line of the table {@code
 * stand-ins.md}.
 *
 * @param function the function in {@code gaps/} that fills it
 * @param operation the operations of AWS's API that it is about
 * @param without what the emulator does without us
 * @param with what we make it do
 * @param source the page of AWS's API reference that says what is right
 */
public record FilledGap(
    String function, String operation, String without, String with, String source) {

  private static final String LINE = "| `";

  /** Every line of the table, in its order. */
  public static List<FilledGap> all() {
    return in(Resources.text("stand-ins.md"));
  }

  static List<FilledGap> in(String table) {
    return table.lines().filter(line -> line.startsWith(LINE)).map(FilledGap::parse).toList();
  }

  private static FilledGap parse(String line) {
    List<String> cells =
        Arrays.stream(line.split("\\|", -1)).map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (cells.size() != 5) {
      throw new IllegalArgumentException("not five filled cells: " + line);
    }
    return new FilledGap(
        cells.get(0).replace("`", ""), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }
}
