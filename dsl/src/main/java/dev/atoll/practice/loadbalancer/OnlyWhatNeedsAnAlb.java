package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.loadbalancer.RequestedFeature;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;

/** LB-7. Answers a wish that a Network Load Balancer cannot fulfil; others are fine. */
public final class OnlyWhatNeedsAnAlb implements Practice {

  private static final About ABOUT =
      About.promise("LB-7", "Only what an NLB cannot do is answered with: this needs an ALB")
          .subject(Subject.CODER)
          .from(
              bestPractices("When to Use ALB Instead"),
              page(
                  "Elastic Load Balancing features",
                  "https://aws.amazon.com/elasticloadbalancing/features/"))
          .because(
              "Path or host routing, HTTP features, WAF and HTTP metrics are accepted nowhere in an"
                  + " NLB. Found out after the DNS records and allow-lists are out, the change of"
                  + " load balancer costs a migration.")
          .fix(
              "When the topology asks for one of these, say which, and that it needs an ALB. For"
                  + " anything else say nothing.")
          .wants(EvidenceKind.MODEL);

  private static final String FIX =
      "Take the wish away: Coder is one application and needs none of it, and a second service gets"
          + " its own subdomain and load balancer. If it must be, put an Application Load Balancer"
          + " in front, and give up static addresses and the client's address on the connection.";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (RequestedFeature wish : facts.all(RequestedFeature.class).facts()) {
      inspection.look("feature");
      wish.feature()
          .whyAlb()
          .ifPresent(
              why ->
                  inspection.violation(
                      new Finding(
                          ABOUT,
                          "%s needs an Application Load Balancer: %s"
                              .formatted(wish.feature().title(), why),
                          List.of(wish.source()),
                          FIX,
                          List.of())));
    }
    return inspection.judgement("nothing says what is asked of a load balancer");
  }
}
