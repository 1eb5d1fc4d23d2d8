package dev.atoll.practice.lifecycle;

import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import java.util.List;

/** What holds for the life of every deployment. These rows come beside those of the documents. */
public final class LifecyclePractices {

  private static final Citation IDEMPOTENT =
      Citation.bestPractices("Helm Chart Management: Idempotent Terraform Applies");

  private LifecyclePractices() {}

  /** In the order of a deployment's life. */
  public static List<Practice> all() {
    return List.of(
        new Promise(secondApply()),
        new Promise(destroy()),
        new NoPatchAfterTheFact(),
        new TriggersStayTheSame(),
        new TemplatesAreTemplates());
  }

  static About secondApply() {
    return About.promise("RUN-1", "A second apply changes nothing")
        .from(IDEMPOTENT)
        .because(
            "A plan that is never empty hides the change that matters, and a pipeline that applies"
                + " on every commit replaces something at a time that nobody chose.")
        .fix(
            "Look at what the second plan wants to change: an attribute that AWS normalises, a"
                + " timestamp, or a rule that two resources manage.")
        .wants(EvidenceKind.APPLIED);
  }

  static About destroy() {
    return About.promise("RUN-2", "Destroy leaves nothing behind")
        .from(IDEMPOTENT)
        .because(
            "What is left costs money every hour, and names, addresses and quotas that it holds are"
                + " missing when the deployment is made again.")
        .fix(
            "Look at what was left and who made it: something made outside Terraform has to go"
                + " before what it hangs on.")
        .wants(EvidenceKind.APPLIED);
  }
}
