package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.litellm.LiteLlmExposure;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;

/** LLM-6. */
public final class ExposureOfLiteLlm implements Practice {

  private static final About ABOUT =
      About.practice(
              "LLM-6", "LiteLLM is on a subdomain or internal only; path-based routing is refused")
          .from(
              bestPractices("LiteLLM Integration Architecture, Option 2: Path-Based Routing"),
              bestPractices("LiteLLM Integration Architecture, Option 3: Internal Only"),
              page(
                  "Kubernetes, network policies",
                  "https://kubernetes.io/docs/concepts/services-networking/network-policies/"))
          .because(
              "Paths need an ALB, URL rewriting, and Coder's availability tied to LiteLLM's."
                  + " Internal only without a network policy is open to every pod in the cluster,"
                  + " users' workspaces included.")
          .fix(
              "Choose the subdomain, or internal only: a ClusterIP Service, no load balancer, and a"
                  + " policy that admits Coder's traffic alone.")
          .wants(EvidenceKind.MODEL, EvidenceKind.CLUSTER);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (LiteLlmExposure exposure : facts.all(LiteLlmExposure.class).facts()) {
      inspection
          .look("LiteLLM")
          .require(
              exposure.way().is(Way.PATH::equals).not(),
              "LiteLLM on the path %s of Coder's domain needs an ALB in front of both, a more"
                      .formatted(exposure.name().show())
                  + " complex configuration and rewritten URLs, and brings no benefit",
              exposure.source());
    }
    return inspection.judgement("there is no LiteLLM");
  }
}
