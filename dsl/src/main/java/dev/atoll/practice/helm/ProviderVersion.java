package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.facts.Facts;
import dev.atoll.facts.helm.HelmProvider;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.helm.ProviderConstraint.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** HELM-4. Terraform takes the newest version that a constraint admits. */
public final class ProviderVersion implements Practice {

  private static final About ABOUT =
      About.practice(
              "HELM-4",
              "The helm provider is pinned to a version that knows upgrade_install: 3.1.1")
          .from(
              bestPractices("Helm Chart Management, Helm Provider Version"), HelmSources.CHANGELOG)
          .corrects(
              "upgrade_install was re-added in 3.1.1.",
              "It came in 2.15.0, was missing in 3.0.0 to 3.0.2 and is back since 3.1.0. 3.1.1"
                  + " fixed an \"inconsistent result after apply\" error. Only versions before"
                  + " 2.15.0 and 3.0.0 to 3.0.2 lack it.")
          .because(
              "On a version that lacks it every plan fails with \"Unsupported argument\"; a loose"
                  + " constraint gets there on the next init, on somebody else's machine.")
          .fix("Pin the provider to 3.1.1 and commit the lock file.")
          .wants(EvidenceKind.PLAN);

  private static final Version DOCUMENTED = Version.of(3, 1, 1);
  private static final Version CAME = Version.of(2, 15, 0);
  private static final Version WENT = Version.of(3, 0, 0);
  private static final Version CAME_BACK = Version.of(3, 1, 0);

  /** The last release of every line, the newest first. */
  private static final List<Version> LAST =
      List.of(
          Version.of(3, 1, 2),
          Version.of(3, 0, 2),
          Version.of(2, 17, 0),
          Version.of(2, 16, 1),
          Version.of(2, 15, 0),
          Version.of(2, 14, 1),
          Version.of(2, 13, 2),
          Version.of(2, 12, 1),
          Version.of(2, 11, 0),
          Version.of(2, 10, 1),
          Version.of(2, 9, 0),
          Version.of(2, 8, 0),
          Version.of(2, 7, 1),
          Version.of(2, 6, 0),
          Version.of(2, 5, 1),
          Version.of(2, 4, 1),
          Version.of(2, 3, 0),
          Version.of(2, 2, 0),
          Version.of(2, 1, 2),
          Version.of(2, 0, 3),
          Version.of(1, 3, 2));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (HelmProvider provider : facts.all(HelmProvider.class).facts()) {
      inspection.look("requirement of the provider");
      provider
          .constraint()
          .fold(
              text -> judge(inspection, provider, text, facts.intended().isPresent()),
              inspection::undecided);
    }
    facts.all(HelmProvider.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("nothing asks for the provider helm");
  }

  private static Inspection judge(
      Inspection inspection, HelmProvider provider, String text, boolean ours) {
    Optional<ProviderConstraint> constraint = ProviderConstraint.parse(text);
    if (constraint.isEmpty()) {
      return inspection.undecided("the constraint \"" + text + "\" is none that is understood");
    }
    Optional<Version> taken = constraint.get().exact().or(() -> newest(constraint.get()));
    if (taken.isEmpty()) {
      return inspection.undecided("no release that is known here fits \"" + text + "\"");
    }
    if (lacks(taken.get())) {
      return inspection.violation(
          "the provider helm %s, which \"%s\" gets, does not know upgrade_install"
              .formatted(taken.get(), text),
          provider.source());
    }
    return ours && !constraint.get().exact().equals(Optional.of(DOCUMENTED))
        ? inspection.violation(
            "the provider helm is not pinned to %s: \"%s\"".formatted(DOCUMENTED, text),
            provider.source())
        : inspection;
  }

  private static Optional<Version> newest(ProviderConstraint constraint) {
    return LAST.stream()
        // Within a line any patch may be the newest that is admitted.
        .flatMap(
            last -> Stream.iterate(last, ProviderVersion::before).limit(last.numbers().get(2) + 1L))
        .filter(constraint::admits)
        .findFirst();
  }

  private static Version before(Version version) {
    List<Integer> numbers = version.numbers();
    return Version.of(numbers.get(0), numbers.get(1), numbers.get(2) - 1);
  }

  private static boolean lacks(Version version) {
    return version.compareTo(CAME) < 0
        || (version.compareTo(WENT) >= 0 && version.compareTo(CAME_BACK) < 0);
  }
}
