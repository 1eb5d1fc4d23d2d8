package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Backend;
import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.topology.WorkspaceProxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What becomes of a proxy in its cluster once there is a licence: its root is applied after the
 * deployment, with {@linkplain PlayedEntry Coder's entry played}, read back, and destroyed.
 */
final class ProxyTrial implements AutoCloseable {

  /** The row that is judged by it. */
  static final String ROW = "PRX-5";

  /** What plays Coder's side: it gives the token, without which nothing fills its Secret. */
  static final StandIn ENTRY =
      new StandIn(
          "a licensed Coder",
          fact ->
              fact instanceof KubernetesSecret secret
                  && secret.object().namespace().equals(WorkspaceProxy.NAMESPACE));

  private final Run run;
  private final Deployed deployed;
  private final List<WorkingDirectory> roots;

  ProxyTrial(Run run, Deployed deployed) {
    this.run = run;
    this.deployed = deployed;
    this.roots = deployed.proxies();
  }

  /** Whether that run tries proxies, so that no other reading speaks for the row. */
  static boolean isPartOf(Run run) {
    return run.isAbout(ROW)
        && run.topology().regions().stream()
            .anyMatch(region -> region.workspaceProxy().isPresent());
  }

  /** Applies the roots of proxies, and judges what is there then. */
  Stream<DynamicTest> verdicts() {
    run.log()
        .backend(
            new Backend(
                ENTRY.name(),
                "the entry of a workspace proxy in Coder's list, and its token",
                "Atoll's own",
                Backend.Nature.STAND_IN,
                "no Coder runs here, and none is licensed"));
    writeApiToken();
    for (WorkingDirectory root : roots) {
      run.progress().say("terraform apply, of a workspace proxy whose entry in Coder is played");
      PlayedEntry.into(root.folder().resolve("cdk.tf.json"));
      root.init();
      root.apply();
    }
    Facts facts = deployed.readClusters();
    return Verdicts.over(
        run.about(ROW::equals),
        facts,
        Reading.of("the clusters, with the proxy")
            .with(ENTRY, Clusters.LOAD_BALANCERS, Clusters.CHARTS, Clusters.SECRETS));
  }

  /** What a person does before: Terraform reads the token of an owner, and here nobody asks it. */
  private void writeApiToken() {
    deployed
        .aws()
        .secretsManager(run.topology().primary().region())
        .putSecretValue(
            put -> put.secretId(run.topology().name() + "/coder/api-token").secretString("played"));
  }

  /** Destroys what was applied: the deployment cannot go before it. */
  @Override
  public void close() {
    roots.forEach(WorkingDirectory::destroy);
  }
}
