package dev.atoll.itest.twin.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One thing that a stand-in does: a line of its table {@code stand-ins.md}.
 *
 * @param name names the line
 * @param given what is different from the chart's settings, or happened before
 * @param request what is asked
 * @param answer what is answered
 * @param needs what a real server would have to be given, beyond a program and a database, before
 *     it can be asked this line; {@code nothing} when it can
 * @param source where it can be read that the real thing does so
 */
public record Behaviour(
    String name, String given, String request, String answer, String needs, String source) {

  private static final String LINE = "| `";

  /** What the stand-in for Coder does. */
  public static List<Behaviour> ofCoder() {
    return in(text("coder"));
  }

  /** What the stand-in for LiteLLM does. */
  public static List<Behaviour> ofLiteLlm() {
    return in(text("litellm"));
  }

  /** Whether a real server can be asked it as it is. */
  public boolean askable() {
    return needs.equals("nothing");
  }

  static List<Behaviour> in(String table) {
    return table.lines().filter(line -> line.startsWith(LINE)).map(Behaviour::parse).toList();
  }

  private static Behaviour parse(String line) {
    List<String> cells =
        Arrays.stream(line.split("\\|", -1)).map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (cells.size() != 6) {
      throw new IllegalArgumentException("not six filled cells: " + line);
    }
    return new Behaviour(
        cells.get(0).replace("`", ""),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5));
  }

  private static String text(String standIn) {
    String resource = "/dev/atoll/itest/twin/" + standIn + "/stand-ins.md";
    try (InputStream found = Behaviour.class.getResourceAsStream(resource)) {
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
