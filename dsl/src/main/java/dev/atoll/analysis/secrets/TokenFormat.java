package dev.atoll.analysis.secrets;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats by which a token gives itself away, wherever it stands. */
enum TokenFormat {
  PRIVATE_KEY("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
  AWS_ACCESS_KEY("an AWS access key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
  GITHUB("a GitHub token", "\\bgh[pousr]_[A-Za-z0-9]{36,}|\\bgithub_pat_[A-Za-z0-9_]{40,}"),
  SLACK("a Slack token", "\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
  MODEL_PROVIDER("an API key of a model provider or of LiteLLM", "\\bsk-[A-Za-z0-9_-]{16,}"),
  VAULT("a Vault token", "\\bhv[sb]\\.[A-Za-z0-9_-]{20,}"),
  CODER_SESSION("a Coder session token", "(?<![\\w-])[A-Za-z0-9]{10}-[A-Za-z0-9]{22}(?![\\w-])"),
  JSON_WEB_TOKEN(
      "a JSON Web Token, as a Coder licence is one",
      "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"),
  PASSWORD_IN_URL("a password in a URL", "[a-z][a-z0-9+.-]*://[^\\s/:@$\"]*:[^\\s/@$\"{}]+@");

  private final String title;
  private final Pattern pattern;

  TokenFormat(String title, String regex) {
    this.title = title;
    this.pattern = Pattern.compile(regex);
  }

  /** What stands in a text, if one of them does. */
  static Optional<String> in(String text) {
    return Arrays.stream(values())
        .filter(format -> format.pattern.matcher(text).find())
        .map(format -> format.title)
        .findFirst();
  }

  /** The text with a mask in place of each of them. */
  static String masked(String text, String mask) {
    String masked = text;
    for (TokenFormat format : values()) {
      masked = format.pattern.matcher(masked).replaceAll(mask);
    }
    return masked;
  }
}
