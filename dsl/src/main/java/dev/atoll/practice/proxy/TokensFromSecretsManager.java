package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.Optional;
import java.util.Set;

/** PRX-6: Coder's API token for Terraform, and the token with which a proxy registers. */
public final class TokensFromSecretsManager implements Practice {

  /** What the API token of Terraform's provider is called among credentials. */
  public static final String API_TOKEN = "token of the provider coderd";

  private static final String PROXY_TOKEN = "CODER_PROXY_SESSION_TOKEN";

  private static final About ABOUT =
      About.practice("PRX-6", "The proxy's token and the API token come from Secrets Manager")
          .from(progress("Important Notes 1"), ProxyPractices.WORKSPACE_PROXIES)
          .because(
              "The API token belongs to an owner: from a tfvars file in git it gives whoever reads"
                  + " it every workspace and every user. The proxy's token lets a stranger pose as"
                  + " the region.")
          .fix(
              "Store both in Secrets Manager and read them by reference. Rotate tokens that were"
                  + " ever in a file.")
          .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);

  /** Where a token may be without anybody else reading it. */
  private static final Set<Custody> KEPT =
      Set.of(Custody.WRITE_ONLY, Custody.MANAGED, Custody.OPEN);

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
    for (Credential credential : facts.all(Credential.class).facts()) {
      if (credential.what().startsWith(API_TOKEN)) {
        inspection
            .look("API token")
            .require(
                credential.custody().is(KEPT::contains),
                "the %s is kept in: %s".formatted(credential.what(), credential.custody().show()),
                credential.source());
      }
    }
    CoderPod.proxies(facts).forEach(pod -> running(inspection, pod, facts));
    facts.intended().ifPresent(wanted -> kept(inspection, facts, wanted));
    return inspection.judgement("there is no workspace proxy, and no token of one");
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
