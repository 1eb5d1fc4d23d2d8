package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;

/** The rows about names: which exist, which hide others, and which a certificate covers. */
final class NamePractices {

  private static final Citation WILDCARDS =
      page("RFC 4592, the role of wildcards in DNS", "https://www.rfc-editor.org/rfc/rfc4592");

  private NamePractices() {}

  static About ownRecordWins() {
    return About.practice(
            "DNS-10", "llm.coderdemo.io has its own record, which wins over the wildcard")
        .from(bestPractices("LiteLLM Integration Architecture, Decision"), WILDCARDS)
        .because(
            "Without a record of its own the name falls under the wildcard: model calls reach"
                + " Coder, which answers with HTML and status 200, and clients fail to parse it.")
        .fix("Add an alias record for the LiteLLM name to LiteLLM's load balancer.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
