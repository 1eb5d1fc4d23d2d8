package dev.atoll.practice.coder;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.CoderPackage.Of;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A switch of Coder has that value in every server and proxy. Where Coder's default is the same,
 * leaving it out is a warning only: nothing is wrong until the default changes.
 *
 * @param about what a person needs to know of it
 * @param variable the environment variable
 * @param wanted the value
 * @param otherwise what Coder takes when it is not set
 */
record Setting(About about, String variable, boolean wanted, boolean otherwise)
    implements Practice {

  /** What Go's strconv.ParseBool takes, by which Coder reads switches. */
  private static final Set<String> TRUE = Set.of("1", "t", "true");

  private static final Set<String> FALSE = Set.of("0", "f", "false");

  private static final String TLS = "CODER_TLS_ENABLE";
  private static final String CERTIFICATE = "service.beta.kubernetes.io/aws-load-balancer-ssl-cert";

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(about);
    for (CoderPod pod : CoderPod.all(facts)) {
      inspection.look(pod.of().toString());
      if (variable.equals(TLS) && facts.intended().isEmpty() && endsTls(pod, facts)) {
        continue;
      }
      pod.variable(variable)
          .ifPresentOrElse(
              set ->
                  inspection.require(
                      is(set, wanted),
                      "%s is %s in %s".formatted(variable, shown(set), pod),
                      pod.workload().source()),
              () -> notSet(inspection, pod, facts));
    }
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no workload runs Coder in what was read");
  }

  private void notSet(Inspection inspection, CoderPod pod, Facts facts) {
    String what = "%s is not set in %s; Coder's default is %s".formatted(variable, pod, otherwise);
    if (otherwise == wanted && EvidenceKind.of(facts.origin()) == EvidenceKind.PLAN) {
      inspection.evidence(what);
    } else if (otherwise == wanted) {
      inspection.warning(what, pod.workload().source());
    } else if (pod.of() == Of.PROXY) {
      // No login is there: what goes over plain HTTP is the cookie of the apps that it serves.
      inspection.violation(
          Finding.of(about, what, pod.workload().source())
              .as(Severity.WARNING)
              .because(
                  "The proxy sets a cookie for the apps and terminals that it serves. Without the"
                      + " Secure attribute one http:// link on a shared network hands it over, and"
                      + " with it that user's apps; the login at the server is not in it."));
    } else {
      inspection.violation(what, pod.workload().source());
    }
  }

  /** Whether no load balancer before it ends TLS: then Coder may, with a certificate of its own. */
  private static boolean endsTls(CoderPod pod, Facts facts) {
    return facts.all(KubernetesService.class).stream()
            .filter(service -> service.selects(pod.workload()))
            .noneMatch(service -> service.annotations().containsKey(CERTIFICATE))
        && facts.all(KubernetesService.class).stream()
            .anyMatch(service -> service.selects(pod.workload()));
  }

  /** Whether a switch stands as wanted; what is written elsewhere is open. */
  static Truth is(EnvironmentVariable set, boolean wanted) {
    return set.from() instanceof Literal literal
        ? Truth.of(parsed(literal.text()).filter(value -> value == wanted).isPresent())
        : Truth.open("what %s is: %s".formatted(set.name(), shown(set)));
  }

  /** What a person reads of it. */
  static String shown(EnvironmentVariable set) {
    if (set.from() instanceof Literal literal) {
      return "\"" + literal.text() + "\"";
    }
    return set.from() instanceof EnvironmentVariable.SecretKey key
        ? "the key %s of the Secret %s".formatted(key.key(), key.secret())
        : set.from().toString();
  }

  private static Optional<Boolean> parsed(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return TRUE.contains(lower)
        ? Optional.of(true)
        : FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
  }
}
