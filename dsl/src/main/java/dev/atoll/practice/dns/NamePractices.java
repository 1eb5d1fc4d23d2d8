package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;

/** The rows about names: which exist, which hide others, and which a certificate covers. */
final class NamePractices {

  private static final Citation WILDCARDS =
      page("RFC 4592, the role of wildcards in DNS", "https://www.rfc-editor.org/rfc/rfc4592");

  private NamePractices() {}

  static About regionalWildcards() {
    return About.practice(
            "DNS-4",
            "Regional wildcards resolve, have a certificate, and it is said which serve apps")
        .from(
            bestPractices("DNS and Multi-Region Setup, 2. Region-Specific Subdomains"),
            page(
                "Coder, wildcard access URL",
                "https://coder.com/docs/admin/networking/wildcard-access-url"),
            page(
                "RFC 9525, wildcards in certificates",
                "https://www.rfc-editor.org/rfc/rfc9525#section-6.3"))
        .corrects(
            "*.us-east-2.coderdemo.io and *.us-west-2.coderdemo.io are for workspace apps.",
            "A Coder server serves apps only under the one wildcard that it is configured with,"
                + " *.coderdemo.io here. Apps work under a regional wildcard only where a workspace"
                + " proxy of that region has it as its own.")
        .because(
            "The name resolves and the padlock is fine, so the link is handed out; then Coder"
                + " answers with a 404 or the dashboard where the app should be.")
        .fix(
            "Add alias records and a certificate for each regional wildcard, and say per name"
                + " whether it serves apps. To make one serve them, deploy that region's proxy.")
        .wants(EvidenceKind.APPLIED);
  }

  static About oneKindPerName() {
    return About.practice("DNS-8", "The wildcard is a CNAME or latency A records, never both")
        .from(
            progress("Next Steps, 4. Configure Route53"),
            bestPractices("DNS and Multi-Region Setup, 1. Latency-Based Routing"),
            page("RFC 1034, section 3.6.2", "https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2"),
            DnsPractices.ALIAS_RECORDS)
        .corrects(
            "CNAME for *.coderdemo.io → coderdemo.io (progress), latency A records for"
                + " *.coderdemo.io (best practices).",
            "A name with a CNAME can have no other record, so the two exclude each other. Latency"
                + " alias A records are the default: they carry health checks of their own, and"
                + " queries to aliases of load balancers are free.")
        .because(
            "Route 53 refuses the second one (InvalidChangeBatch), and the apply stops there with"
                + " the apex changed and the wildcard not.")
        .fix("Choose one in the topology. The other is refused with this reason.")
        .wants(EvidenceKind.MODEL);
  }

  static About coverage() {
    return About.practice(
            "DNS-11", "Every name has a certificate that covers it and a Coder URL that serves it")
        .from(
            WILDCARDS,
            page(
                "AWS Certificate Manager, certificate characteristics",
                "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"))
        .because(
            "An explicit us-west-2.x hides *.x for every name below it, and a wildcard certificate"
                + " covers one label only. Users of such a name see a certificate warning, or no"
                + " address at all.")
        .fix(
            "Read the list of uncovered names. Add the name to a certificate and a record, or stop"
                + " serving it.")
        .wants(EvidenceKind.MODEL);
  }

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
