package dev.atoll.analysis.secrets;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says whether a written text is a secret: by the format of known tokens, by the name under which
 * it stands, or because it looks drawn by lot. A reference such as {@code ${…}} is none; a literal
 * inside one is looked at like any other.
 */
public final class Secrets {

  /** Words that make the name of a value sensitive. */
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(^|_)(password|passwd|passphrase|pwd|secret|token|api_?key|private_key"
              + "|access_key|secret_key|salt_key|master_key|encryption_key|auth_key|license"
              + "|licence|credential|credentials|secret_string)(_wo)?$");

  /** A literal assigned inside a longer text, such as JSON or an expression. */
  private static final Pattern ASSIGNED =
      Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']([^\"'\\\\]+)");

  /** An expression that is nothing but a literal. */
  private static final Pattern LITERAL_EXPRESSION =
      Pattern.compile("^\\$\\{\\s*\"([^\"$]*)\"\\s*\\}$");

  /** Values that are drawn by lot and yet no secrets. */
  private static final Pattern FINGERPRINT_NAME =
      Pattern.compile("(thumbprint|fingerprint|digest|hash|checksum|sha256|etag)");

  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  /** The long names of AWS's managed policies look like it; an ARN names a thing and opens none. */
  private static final Pattern AWS_NAME = Pattern.compile("\\barn:[^\\s\"\\\\]+");

  private static final Pattern CANDIDATE = Pattern.compile("[A-Za-z0-9+/_=-]{24,}");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{32,}");

  /** Bits per character: English words joined by hyphens stay below, random text of 24 is above. */
  private static final double RANDOM_TEXT = 4.0;

  private static final double RANDOM_HEXADECIMAL = 3.0;
  private static final int LEAST_KEY = 8;
  private static final Pattern LONG_NAME = Pattern.compile("(^|_)(token|key|license|licence)$");
  private static final Set<String> NO_VALUES = Set.of("", "true", "false", "null");

  private Secrets() {}

  /**
   * What kind of secret a text is.
   *
   * @param name the name under which it stands
   * @return half a sentence that does not contain the secret; empty when it is none
   */
  public static Optional<String> kind(String name, String text) {
    return TokenFormat.in(text)
        .or(() -> named(name, text))
        .or(() -> assignedInside(text))
        .or(() -> random(name, text));
  }

  private static Optional<String> named(String name, String text) {
    return isSensitive(name) && isLiteral(text)
        ? Optional.of("a literal under the name " + name)
        : Optional.empty();
  }

  private static Optional<String> assignedInside(String text) {
    return ASSIGNED
        .matcher(text)
        .results()
        .filter(match -> isSensitive(match.group(1)) && isLiteral(match.group(2)))
        .map(match -> "a literal under the name " + match.group(1))
        .findFirst();
  }

  private static Optional<String> random(String name, String text) {
    if (FINGERPRINT_NAME.matcher(normal(name)).find()) {
      return Optional.empty();
    }
    String named = AWS_NAME.matcher(text.replaceAll("sha256:[0-9a-f]{64}", "")).replaceAll("");
    String rest = UUID.matcher(named).replaceAll("");
    Matcher candidates = CANDIDATE.matcher(rest);
    while (candidates.find()) {
      if (isRandom(candidates.group())) {
        return Optional.of(
            "a text of %d characters that looks drawn by lot"
                .formatted(candidates.group().length()));
      }
    }
    return Optional.empty();
  }

  private static boolean isRandom(String word) {
    if (HEXADECIMAL.matcher(word).matches()) {
      return entropy(word) > RANDOM_HEXADECIMAL;
    }
    boolean mixed =
        word.chars().anyMatch(Character::isDigit)
            && word.chars().anyMatch(Character::isUpperCase)
            && word.chars().anyMatch(Character::isLowerCase);
    return mixed && entropy(word) > RANDOM_TEXT;
  }

  /** Whether what is called so is, or should be, a secret. */
  public static boolean isSensitive(String name) {
    return SENSITIVE.matcher(normal(name)).find();
  }

  /**
   * Whether a value is too short to be one: keys, tokens and licences are long, and who writes an
   * example leaves the rest away. A password may be as short as somebody likes.
   *
   * @param quoted the value, with or without quotes around it
   */
  public static boolean isTooShort(String name, String quoted) {
    String value = quoted.strip().replaceAll("^\"|\".*$", "");
    return value.length() < LEAST_KEY && LONG_NAME.matcher(normal(name)).find();
  }

  /** The last part of a dotted name, in snake case: {@code coder.apiToken} is {@code api_token}. */
  private static String normal(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
    return last.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('-', '_').toLowerCase(Locale.ROOT);
  }

  /** What is written there; not what Terraform or Helm completes, nor the name of a variable. */
  private static boolean isLiteral(String text) {
    String own = LITERAL_EXPRESSION.matcher(text.strip()).replaceFirst("$1");
    return !own.contains("${")
        && !own.contains("{{")
        && !own.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
        && !NO_VALUES.contains(own)
        && !own.matches("\\$\\([A-Z_]+\\)");
  }

  /** Shannon's entropy, in bits per character. */
  private static double entropy(String text) {
    double length = text.length();
    return text
        .chars()
        .boxed()
        .collect(Collectors.groupingBy(character -> character, Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(count -> -(count / length) * Math.log(count / length) / Math.log(2))
        .sum();
  }
}
