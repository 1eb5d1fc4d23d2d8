package dev.atoll.conformance.report;

import dev.atoll.practice.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the place that we print to can show.
 *
 * @param colour whether it understands colours
 * @param unicode whether it can show signs such as ✓
 * @param width columns
 */
public record Terminal(boolean colour, boolean unicode, int width) {

  /** The columns where nobody says how many there are. */
  public static final int USUAL_WIDTH = 100;

  /** Below this nothing readable comes out, whatever is claimed. */
  private static final int LEAST_WIDTH = 40;

  private static final String SIGNS = "✓✗◐○■◧□–…";

  /**
   * The standard output of this process.
   *
   * <p>Java 22 to 24 have a console even where the output goes to a file, and no way to ask that is
   * also in Java 17; before and since there is one on a terminal only. There, NO_COLOR helps.
   */
  @SuppressWarnings("SystemConsoleNull")
  public static Terminal detect() {
    // Java 17 knows the first name only as "sun.", and only on a terminal.
    String charset =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    boolean interactive = System.console() != null;
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (interactive) {
      // Shells know how wide a terminal is, and do not tell those whom they start.
      environment.computeIfAbsent("COLUMNS", name -> columns());
    }
    return of(
        environment,
        interactive,
        charset == null ? Charset.defaultCharset() : Charset.forName(charset));
  }

  /**
   * What an environment says: {@code NO_COLOR} (any value but an empty one), {@code TERM}, {@code
   * COLUMNS}.
   *
   * @see <a href="https://no-color.org">no-color.org</a>
   */
  static Terminal of(Map<String, String> environment, boolean interactive, Charset charset) {
    boolean colour =
        interactive
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    boolean unicode = charset.canEncode() && charset.newEncoder().canEncode(SIGNS);
    return new Terminal(colour, unicode, width(environment.getOrDefault("COLUMNS", "")));
  }

  /** How wide the terminal says it is; null where it does not say. */
  private static String columns() {
    try {
      Process asked =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return ofSize(size);
    } catch (IOException noSuchCommand) {
      return null;
    }
  }

  /** The columns of {@code 50 80}; null where there are none. */
  static String ofSize(String size) {
    String[] both = size.strip().split(" ", -1);
    return both.length == 2 && both[1].matches("[1-9][0-9]*") ? both[1] : null;
  }

  private static int width(String columns) {
    return columns.matches("[1-9][0-9]{0,3}")
        ? Math.max(LEAST_WIDTH, Integer.parseInt(columns))
        : USUAL_WIDTH;
  }

  /** The sign of an outcome; padded to equal width where it is a word. */
  public String sign(Outcome outcome) {
    return switch (outcome) {
      case PASS -> unicode ? "✓" : "ok  ";
      case PASS_STAND_IN -> unicode ? "◐" : "ok* ";
      case NOT_APPLICABLE -> unicode ? "–" : "n/a ";
      case NOT_RUN -> unicode ? "○" : "-   ";
      case UNKNOWN -> unicode ? "?" : "??  ";
      case FAIL -> unicode ? "✗" : "FAIL";
    };
  }

  /** A box per wanted kind of evidence, full ones first: filled, half on a stand-in, or empty. */
  String pips(List<Mark> marks) {
    String boxes =
        marks.stream()
            .filter(Mark::wanted)
            .map(Mark::outcome)
            .sorted()
            .map(this::pip)
            .collect(Collectors.joining());
    return unicode ? boxes : "[" + boxes + "]";
  }

  private String pip(Outcome outcome) {
    return switch (outcome) {
      case PASS -> unicode ? "■" : "#";
      case PASS_STAND_IN -> unicode ? "◧" : "~";
      default -> unicode ? "□" : ".";
    };
  }

  /** The text in the colour of an outcome. */
  public String paint(Outcome outcome, String text) {
    return switch (outcome) {
      case PASS, PASS_STAND_IN -> paint("32", text);
      case NOT_APPLICABLE, NOT_RUN -> paint("2", text);
      case UNKNOWN -> paint("33", text);
      case FAIL -> paint("31", text);
    };
  }

  /** The text in the colour of a severity. */
  public String paint(Severity severity, String text) {
    return switch (severity) {
      case NOTE -> text;
      case WARNING -> paint("33", text);
      case ERROR -> paint("31", text);
    };
  }

  /** The text as a heading. */
  public String bold(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** The text cut to so many columns, with a sign that it was. */
  public String cut(String text, int columns) {
    String plain = plain(text);
    String more = unicode ? "…" : "...";
    if (plain.codePointCount(0, plain.length()) <= columns) {
      return plain;
    }
    int keep = Math.max(0, columns - more.length());
    return plain.substring(0, plain.offsetByCodePoints(0, keep)).stripTrailing() + more;
  }

  /** The text broken between words, each line indented by so many columns. */
  public String wrap(int indent, String text) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (String word : plain(text).split(" ", -1)) {
      boolean empty = line.length() == indent;
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.append(line).append('\n');
        line.setLength(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
    }
    return lines.append(line).toString();
  }

  /** What a server answered must not steer the terminal: no controls, no change of direction. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
  }
}
