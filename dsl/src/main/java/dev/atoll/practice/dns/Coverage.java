package dev.atoll.practice.dns;

import dev.atoll.analysis.names.NameAnswer;

/** What is wrong with a name, in words. */
final class Coverage {

  private Coverage() {}

  static String unanswered(NameAnswer answer) {
    return answer
        .hiddenBy()
        .map(
            hiding ->
                "%s has no address: %s exists and hides the wildcard above it (RFC 4592)"
                    .formatted(answer.served().name(), hiding))
        .orElse("%s has no record with an address".formatted(answer.served().name()));
  }

  static String uncertified(NameAnswer answer) {
    return "%s leads to %s, where no issued certificate covers it"
        .formatted(answer.served().name(), answer.served().region());
  }
}
