package dev.atoll.analysis.secrets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what may be a secret out of a text that is to be shown, such as a line of somebody's log.
 * It takes too much rather than too little.
 */
public final class Masking {

  private static final String MASK = "***";

  /** A name that promises a secret, and what stands behind its colon or equals sign. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "([\\w.-]*(?:password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key"
              + "|access[_-]?key|salt[_-]?key|master[_-]?key|authorization|cookie|credential"
              + "|coder_licen[cs]e)[\\w.-]*\\\\?[\"']?\\s*[:=]\\s*)((?:bearer |basic"
              + " )?(?:\\\\?\"(?:[^\"\\\\]|\\\\[^\"])*\\\\?\"|'[^']*'|[^\\s,;}]+))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_=-]{24,}");

  private Masking() {}

  /** The text with three asterisks in place of everything that may be a secret. */
  public static String masked(String text) {
    String masked = TokenFormat.masked(text, MASK);
    masked =
        ASSIGNED
            .matcher(masked)
            .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + MASK));
    return WORD.matcher(masked).replaceAll(match -> Matcher.quoteReplacement(word(match.group())));
  }

  private static String word(String word) {
    return Secrets.kind("text", word).isPresent() ? MASK : word;
  }
}
