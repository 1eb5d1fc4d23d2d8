package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.Optional;

/** PRX-6: Coder's API token for Terraform, and the token with which a proxy registers. */
public final class TokensFromSecrets implements Practice {

  private static final String PROXY_TOKEN = "CODER_PROXY_SESSION_TOKEN";

  private static final About ABOUT =
      About.practice("PRX-6", "The proxy's token and the API token come from Secrets Manager")
          .subject(Subject.CODER)
          .from(progress("Important Notes 1"), ProxyPractices.WORKSPACE_PROXIES)
          .because(
              "The API token belongs to an owner: from a tfvars file in git it gives whoever reads"
                  + " it every workspace and every user. The proxy's token lets a stranger pose as"
                  + " the region.")
          .fix(
              "Store both in Secrets Manager and read them by reference. Rotate tokens that were"
                  + " ever in a file.")
          .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (ProxyServer server : facts.all(ProxyServer.class).facts()) {
      inspection
          .look("proxy")
          .require(
              server.tokenFrom().is(Optional::isPresent),
              "the token of the proxy in %s is in no Secret".formatted(server.region().show()),
              server.source());
    }
    facts.all(Expression.class).stream()
        .filter(TokensFromSecrets::isApiToken)
        .forEach(token -> apiToken(inspection, token));
    CoderPod.proxies(facts).forEach(pod -> running(inspection, pod, facts));
    facts.intended().ifPresent(wanted -> kept(inspection, facts, wanted));
    return inspection.judgement("there is no workspace proxy, and no token of one");
  }

  private static boolean isApiToken(Expression text) {
    return text.ref().key().equals("provider.coderd") && text.argument().endsWith("token");
  }

  /** What an ephemeral block reads stays nowhere; a data source and a variable are in the state. */
  private static void apiToken(Inspection inspection, Expression token) {
    boolean passes =
        token.form() != Expression.Form.LITERAL
            && token.references().stream().allMatch(from -> from.startsWith("ephemeral.aws_"));
    inspection
        .look("API token")
        .require(
            Truth.of(passes && !token.references().isEmpty()),
            "the API token is %s"
                .formatted(
                    token.form() == Expression.Form.LITERAL
                        ? "written down"
                        : "taken from %s, which stays in the state or comes from a file"
                            .formatted(token.references())),
            token.source());
  }

  private static void running(Inspection inspection, CoderPod pod, Facts facts) {
    Optional<SecretKey> key =
        pod.variable(PROXY_TOKEN)
            .map(variable -> variable.from())
            .filter(SecretKey.class::isInstance)
            .map(SecretKey.class::cast);
    Truth carried =
        key.map(
                from ->
                    Truth.any(
                            facts.all(CarriedSecret.class).stream(),
                            secret ->
                                Truth.of(
                                    secret.object().besides(pod.workload().object())
                                        && secret.target().equals(from.secret())
                                        && secret.from().containsKey(from.key())))
                        .or(facts.all(CarriedSecret.class).gap().map(Truth::open).orElse(Truth.NO)))
            .orElse(Truth.NO);
    inspection
        .look("running proxy")
        .require(
            carried,
            "%s of %s is not carried from Secrets Manager".formatted(PROXY_TOKEN, pod),
            pod.workload().source());
  }

  /** The secrets that the topology makes for tokens are there. */
  private static void kept(Inspection inspection, Facts facts, Facts wanted) {
    for (Secret secret : wanted.all(Secret.class).facts()) {
      if (secret.name().is(name -> name.endsWith("-token")).isYes()) {
        Truth there =
            Truth.any(
                facts.all(Secret.class).stream(),
                found -> found.name().is(name -> secret.name().is(name::equals).isYes()));
        inspection
            .look("secret for a token")
            .require(
                there.or(facts.all(Secret.class).gap().map(Truth::open).orElse(Truth.NO)),
                "there is no secret %s".formatted(secret.name().show()),
                secret.source());
      }
    }
  }
}
