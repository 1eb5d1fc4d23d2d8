package dev.atoll.analysis.names;

import java.util.Locale;

/**
 * A name as DNS and certificates compare it: in lower case, without the dot at the end, with {@code
 * *} where Route 53 writes {@code \052}.
 *
 * @param text the name
 */
public record DomainName(String text) {

  private static final String ANY = "*.";

  public DomainName {
    text = text.toLowerCase(Locale.ROOT).replace("\\052", "*");
    text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether it stands for every name one label below something. */
  public boolean isWildcard() {
    return text.startsWith(ANY);
  }

  /** The name without its first label; empty text above a top-level domain. */
  public DomainName parent() {
    int dot = text.indexOf('.');
    return new DomainName(dot < 0 ? "" : text.substring(dot + 1));
  }

  /** Whether it lies below the other, at whatever depth. */
  public boolean isBelow(DomainName other) {
    return text.endsWith("." + other.text);
  }

  /** The wildcard one label below it. */
  public DomainName wildcard() {
    return new DomainName(ANY + text);
  }

  /** A name that nobody made: one that a wildcard stands for, or the name itself. */
  public DomainName sample() {
    return isWildcard() ? new DomainName("8080--dev--workspace--user." + parent().text) : this;
  }

  /**
   * Whether a certificate with this name in it is valid for another. A wildcard is valid for
   * exactly one label in its place: not for the name above, and not for two labels.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9525#section-6.3">RFC 9525, section 6.3</a>
   */
  public boolean certifies(DomainName other) {
    return equals(other)
        || (isWildcard() && !other.text.isEmpty() && parent().equals(other.parent()));
  }

  @Override
  public String toString() {
    return text;
  }
}
