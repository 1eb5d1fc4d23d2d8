package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Backend;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.itest.twin.LicensedCoder;
import dev.atoll.itest.twin.RunningTwin;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.topology.WorkspaceProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The licence arrives: the topology that waited for it is written over the one that was applied,
 * Coder gives its proxies their entries, their roots are applied, and what is there then is read
 * back and run as a twin of its own.
 */
final class ProxyTrial implements AutoCloseable {

  private static final Set<String> IN_THE_CLUSTERS = Set.of("PRX-5");
  private static final Set<String> ON_THE_TWIN = Set.of("PRX-4", "OPS-2");

  /** What plays Coder's side: it gives the token, without which nothing fills its Secret. */
  static final StandIn CODER =
      new StandIn(
          "a licensed Coder",
          fact ->
              fact instanceof KubernetesSecret secret
                  && secret.object().namespace().equals(WorkspaceProxy.NAMESPACE));

  private static final String PLACE = "the clusters, with the licence";
  private static final List<StandIn> STAND_INS =
      List.of(
          CODER,
          Nodes.STAND_IN,
          Clusters.LOAD_BALANCERS,
          Clusters.CHARTS,
          Clusters.SECRETS,
          UsersWorkspace.STAND_IN);

  private final Run run;
  private final Deployed deployed;
  private final Testbed testbed;
  private final List<WorkingDirectory> begun = new ArrayList<>();
  private Stream<DynamicTest> onTheTwin = Stream.empty();

  ProxyTrial(Run run, Deployed deployed) {
    this.run = run.licensed();
    this.deployed = deployed;
    this.testbed = Testbed.of(deployed);
  }

  /** Whether that row is this trial's, so that nothing that waits for a licence speaks for it. */
  static boolean judges(String id) {
    return IN_THE_CLUSTERS.contains(id) || ON_THE_TWIN.contains(id);
  }

  /** Whether that run tries proxies. */
  static boolean isPartOf(Run run) {
    return run.practices().stream().anyMatch(practice -> judges(practice.about().id()))
        && run.topology().regions().stream()
            .anyMatch(region -> region.workspaceProxy().isPresent());
  }

  /** Notes for every row of this trial why it was not tried. */
  static void notRun(Run run, String why) {
    run.about(IN_THE_CLUSTERS::contains)
        .practices()
        .forEach(
            row -> run.log().add(Evidence.notRun(row.about().id(), EvidenceKind.CLUSTER, why)));
    TwinTrial.notRun(run.about(ON_THE_TWIN::contains), why);
  }

  /**
   * Applies it, and judges what is there then.
   *
   * @param waiting what was read while the licence was to come
   */
  Stream<DynamicTest> verdicts(Facts waiting) {
    run.log().backend(backend());
    List<WorkingDirectory> written = deployed.rewrite(run);
    try (RunningTwin twin = testbed.twin(run, waiting)) {
      LicensedCoder coder = LicensedCoder.of(twin, run.topology().domain());
      writeApiToken(coder);
      written.forEach(root -> playEntry(root, coder));
    }
    apply(written);
    Facts facts = deployed.readClusters();
    return Stream.concat(inTheClusters(facts), onTheTwin(facts));
  }

  private Stream<DynamicTest> inTheClusters(Facts facts) {
    Reading own = new Reading(PLACE, true, STAND_INS);
    Reading beside = new Reading(PLACE, false, STAND_INS);
    return Stream.concat(
        Verdicts.over(run.about(IN_THE_CLUSTERS::contains), facts, own),
        Verdicts.over(run.about(id -> !judges(id)), facts, beside));
  }

  private Stream<DynamicTest> onTheTwin(Facts facts) {
    Run tried = run.about(ON_THE_TWIN::contains);
    if (!tried.practices().isEmpty()) {
      onTheTwin = TwinTrial.start(tried, testbed, facts, List.of(CODER.name())).verdicts();
    }
    return onTheTwin;
  }

  private static Backend backend() {
    return new Backend(
        CODER.name(),
        "takes a licence, and gives a workspace proxy its entry and its token: the twin's Coder,"
            + " for want of Coder's Terraform provider",
        "Atoll's own",
        Backend.Nature.STAND_IN,
        "no Coder runs here, and none is licensed");
  }

  private static void playEntry(WorkingDirectory root, LicensedCoder coder) {
    PlayedEntry.into(
        root.folder().resolve("cdk.tf.json"),
        entry ->
            coder.register(
                entry.path("name").asText(),
                entry.path("display_name").asText(),
                entry.path("icon").asText()));
  }

  /** What a person does before: Terraform reads the token of an owner. */
  private void writeApiToken(LicensedCoder coder) {
    deployed
        .aws()
        .secretsManager(run.topology().primary().region())
        .putSecretValue(
            put ->
                put.secretId(run.topology().name() + "/coder/api-token")
                    .secretString(coder.token()));
  }

  /** First the Region's servers give up the names that become the proxy's. */
  private void apply(List<WorkingDirectory> proxies) {
    run.progress().say("terraform apply, of what changes with the licence");
    deployed.terraform().applyToState();
    for (WorkingDirectory root : proxies) {
      run.progress().say("terraform apply, of a workspace proxy");
      root.init();
      begun.add(root);
      root.apply();
    }
  }

  /** Destroys what was applied: the deployment cannot go before it. */
  @Override
  public void close() {
    onTheTwin.close();
    testbed.close();
    begun.forEach(WorkingDirectory::destroy);
  }
}
