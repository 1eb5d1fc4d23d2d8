package dev.atoll.analysis.trust;

import java.util.Optional;

/**
 * A set of texts as IAM writes it: {@code *} for any characters, {@code ?} for one.
 *
 * @param text the pattern
 */
public record Pattern(String text) {

  /** Everything. */
  public static final Pattern ANY = new Pattern("*");

  /** Whether it is one text and no more. */
  public boolean isExact() {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0;
  }

  /** Whether every text of the other is one of its own. */
  public boolean covers(Pattern other) {
    return matches(text, 0, other.text, 0);
  }

  /**
   * What both have in common; empty when that is nothing. Where two patterns overlap and neither
   * contains the other it is the longer one, which is more than they have in common, never less.
   */
  public Optional<Pattern> meet(Pattern other) {
    if (covers(other)) {
      return Optional.of(other);
    }
    if (other.covers(this)) {
      return Optional.of(this);
    }
    return isExact() || other.isExact()
        ? Optional.empty()
        : Optional.of(text.length() >= other.text.length() ? this : other);
  }

  /** Matches with the other side's wildcards taken as characters that only a wildcard matches. */
  private static boolean matches(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    char c = pattern.charAt(p);
    if (c == '*') {
      return matches(pattern, p + 1, text, t)
          || (t < text.length() && matches(pattern, p, text, t + 1));
    }
    if (t == text.length() || text.charAt(t) == '*') {
      return false;
    }
    boolean one = c == '?' || c == text.charAt(t);
    return one && matches(pattern, p + 1, text, t + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
