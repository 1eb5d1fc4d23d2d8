package dev.atoll.conformance.suite;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.facts.Facts;
import dev.atoll.itest.breaks.Break;
import dev.atoll.itest.breaks.Breaks;
import dev.atoll.itest.nodes.EksNodes;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.RegionPeering;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Evidence from a real apply: the life of a deployment on the emulator, in the order of the
 * methods. What cannot begin leaves every row that hangs on it NOT RUN, with the reason.
 */
@ExtendWith(RunParameter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppliedConformance {

  private Run run;
  private Deployed deployed;
  private Facts inClusters;
  private final List<EksNodes> nodes = new ArrayList<>();

  @BeforeAll
  void apply(Run run) {
    this.run = run;
    try {
      deployed = Deployed.prepare(run);
      Path plan = deployed.root().resolve("plan");
      run.progress().say("terraform plan");
      deployed.terraform().plan(plan);
      run.progress().say("terraform apply");
      deployed.terraform().apply(plan);
      startNodes();
      FirstKey.publish(run.topology(), deployed.aws(), deployed.clusters());
      UsersWorkspace.startIn(deployed.clusters());
    } catch (RuntimeException e) {
      String why = "the deployment could not be applied: " + firstLine(e);
      for (EvidenceKind kind : List.of(EvidenceKind.APPLIED, EvidenceKind.CLUSTER)) {
        run.wanting(kind)
            .forEach(practice -> run.log().add(Evidence.notRun(practice.about().id(), kind, why)));
      }
      TwinTrial.notRun(run, why);
      throw e;
    }
  }

  private void startNodes() {
    for (CoderRegion region : run.topology().regions()) {
      nodes.addAll(Nodes.start(deployed.aws(), region));
    }
    PlayedParts.tell(run.log());
  }

  @Order(1)
  @TestFactory
  Stream<DynamicTest> planAsShown() {
    JsonNode plan = deployed.terraform().showPlan(deployed.root().resolve("plan"));
    Facts facts = TerraformJson.read(plan, "plan").facts();
    return Verdicts.over(run, facts, Reading.beside("terraform plan"));
  }

  @Order(2)
  @TestFactory
  Stream<DynamicTest> stateAsShown() {
    JsonNode state = deployed.terraform().showState();
    Facts facts = TerraformJson.read(state, "state").facts();
    return Verdicts.over(run, facts, Reading.beside("the state"));
  }

  @Order(3)
  @TestFactory
  Stream<DynamicTest> readBack() {
    return Verdicts.over(
        run,
        deployed.read(),
        Reading.of("read back").with(Nodes.STAND_IN, Clusters.LOAD_BALANCERS));
  }

  @Order(3)
  @TestFactory
  Stream<DynamicTest> clustersReadBack() {
    return Verdicts.over(
        withoutLicence(),
        inClusters(),
        Reading.of("the clusters")
            .with(
                Nodes.STAND_IN,
                Clusters.LOAD_BALANCERS,
                Clusters.CHARTS,
                Clusters.SECRETS,
                UsersWorkspace.STAND_IN));
  }

  /** What runs when all of that carries traffic; every trial leaves the twin as it found it. */
  @Order(3)
  @TestFactory
  Stream<DynamicTest> traffic() {
    Run tried = withoutLicence();
    if (TwinTrial.rows(tried).isEmpty()) {
      return Stream.empty();
    }
    Testbed testbed = Testbed.of(deployed);
    try {
      return TwinTrial.start(tried, testbed, inClusters(), List.of())
          .verdicts()
          .onClose(testbed::close);
    } catch (RuntimeException e) {
      testbed.close();
      TwinTrial.notRun(tried, "the twin does not start: " + firstLine(e));
      throw e;
    }
  }

  /** The run without what shows only once the licence is there. */
  private Run withoutLicence() {
    return ProxyTrial.isPartOf(run) ? run.about(id -> !ProxyTrial.judges(id)) : run;
  }

  private Facts inClusters() {
    if (inClusters == null) {
      inClusters = deployed.readClusters();
    }
    return inClusters;
  }

  @Order(4)
  @Test
  void aSecondApplyChangesNothing() {
    new Lifecycle(run, deployed).requireNoChanges();
  }

  @Order(5)
  @TestFactory
  Stream<DynamicNode> breaks() {
    return run.isAbout("NET-5")
        ? run.topology().peerings().stream().map(this::breaksOf)
        : Stream.empty();
  }

  private DynamicNode breaksOf(RegionPeering peering) {
    BreakTrial trial = new BreakTrial(run, deployed, peering);
    List<Break> breaks =
        Breaks.between(deployed.aws(), peering.requester(), peering.accepter(), trial.port());
    return dynamicContainer(
        "breaks between %s and %s".formatted(peering.requester(), peering.accepter()),
        breaks.stream().map(each -> dynamicTest(each.name(), () -> trial.diagnose(each))));
  }

  @Order(6)
  @TestFactory
  Stream<DynamicTest> anotherApplyRepairs() {
    run.progress().say("terraform apply, after the breaks");
    Repair.of(deployed);
    return Verdicts.over(
        run,
        deployed.read(),
        Reading.beside("after a repair").with(Nodes.STAND_IN, Clusters.LOAD_BALANCERS));
  }

  @Order(7)
  @TestFactory
  Stream<DynamicTest> theLicenceArrives() {
    if (!ProxyTrial.isPartOf(run)) {
      return Stream.empty();
    }
    try {
      return proxyTrial();
    } catch (RuntimeException e) {
      ProxyTrial.notRun(run, "the proxy could not be applied: " + firstLine(e));
      throw e;
    }
  }

  private Stream<DynamicTest> proxyTrial() {
    ProxyTrial trial = new ProxyTrial(run, deployed);
    try {
      return trial.verdicts(inClusters()).onClose(trial::close);
    } catch (RuntimeException e) {
      try (trial) {
        throw e;
      }
    }
  }

  @Order(8)
  @Test
  void destroyLeavesNothingBehind() {
    UsersWorkspace.endIn(deployed.clusters());
    nodes.forEach(EksNodes::close);
    nodes.clear();
    new Lifecycle(run, deployed).requireCleanDestroy();
  }

  @AfterAll
  void stop() {
    if (deployed != null) {
      deployed.close();
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
