package dev.atoll.conformance.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Facts;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing is broken, in facts or in what is answered, and exactly its step is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnosisTest {

  private static final URI URL = URI.create("https://coderdemo.io");
  private static final String A = "If Workspace Proxy Deployment Fails";
  private static final String B = "If Users Don't See Region Selector";
  private static final String C = "If Replicas See Each Other And Time Out";

  private final Topology topology = new CoderDemo().topology();
  private ObjectNode written;

  @BeforeAll
  void synthesize(@TempDir Path folder) throws IOException {
    Deployment deployment = Deployment.withLocalState(topology);
    Synthesis.write(deployment, folder);
    Path file = Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), deployment.parts().get(0));
    written = (ObjectNode) new ObjectMapper().readTree(file.toFile());
  }

  private Facts read(Consumer<ObjectNode> breaking) {
    ObjectNode copy = written.deepCopy();
    breaking.accept(copy.withObjectProperty("resource"));
    return TerraformJson.read(copy, "cdk.tf.json").facts();
  }

  private Facts read() {
    return read(resources -> {});
  }

  private List<String> broken(Scene scene) {
    return Diagnosis.of(scene).in(State.BROKEN).stream().map(Object::toString).toList();
  }

  private Scene asked(ScriptedTwin twin) {
    return Scene.of(twin, topology.facts(), twin.facts(), URL);
  }

  private ScriptedTwin twin() {
    return new ScriptedTwin(read());
  }

  @Test
  void nothingIsBrokenInTheDocumentsDeploymentAndTheLicenceIsPending() {
    Diagnosis diagnosis = Diagnosis.of(asked(twin()));

    assertThat(diagnosis.in(State.BROKEN)).isEmpty();
    assertThat(diagnosis.first()).hasToString(Optional.of(A + ", 1").toString());
    assertThat(diagnosis.in(State.PENDING))
        .extracting(Object::toString)
        .containsExactly(A + ", 1", C + ", 2");
    assertThat(diagnosis.in(State.BY_HAND)).extracting(Object::toString).containsExactly(B + ", 2");
    assertThat(diagnosis.taken()).hasSize(18);
  }

  @ParameterizedTest
  @CsvSource({
    "aws_route, 4",
    "aws_vpc_security_group_ingress_rule, 5",
  })
  void whatIsMissingOnTheWayBetweenReplicasIsNamed(String type, int step) {
    Facts facts =
        read(
            resources ->
                assertThat(
                        resources
                            .withObjectProperty(type)
                            .properties()
                            .removeIf(
                                entry ->
                                    type.contains("peering")
                                        || entry.getValue().toString().contains("peering")
                                        || entry.getValue().toString().contains("8080")))
                    .isTrue());

    List<String> broken = broken(Scene.described(topology.facts(), URL).reading(facts));
    assertThat(broken).contains(C + ", " + step).allMatch(each -> each.startsWith(C));
    assertThat(broken.get(0)).isEqualTo(C + ", " + step);
    assertThat(broken).doesNotContain(C + ", 6");
  }

  @Test
  void aPeeringThatIsNotThereIsNamedFirst() {
    Facts facts = read().without(fact -> fact instanceof dev.atoll.facts.network.VpcPeering);

    assertThat(broken(Scene.described(topology.facts(), URL).reading(facts)))
        .first()
        .isEqualTo(C + ", 3");
  }

  @Test
  void withoutALicenceOrAWordAboutOneTheFirstStepFails() {
    Facts silent = topology.facts().without(fact -> fact instanceof dev.atoll.facts.coder.Licence);

    assertThat(broken(Scene.described(silent, URL))).containsExactly(A + ", 1", C + ", 2");
  }

  @Test
  void whatTheServerSaysOfTheLicenceCountsWhereNothingIsAwaited() {
    Facts silent =
        topology
            .facts()
            .without(
                fact ->
                    fact instanceof dev.atoll.facts.coder.Licence
                        || fact instanceof dev.atoll.facts.coder.ProxyEntry);

    assertThat(broken(Scene.of(twin(), silent, read(), URL))).contains(A + ", 1");
  }

  @ParameterizedTest
  @CsvSource({"401, '{}'", "200, '{\"roles\":[{\"name\":\"member\"}]}'"})
  void aTokenThatIsNoOwnersIsNamed(int status, String body) {
    assertThat(broken(asked(twin().answer("/api/v2/users/me", status, body))))
        .containsExactly(A + ", 2");
  }

  @Test
  void aPrimaryThatIsNotReachedIsNamed() {
    assertThat(broken(asked(twin().answer("/healthz", 502, "")))).containsExactly(A + ", 3");
  }

  @Test
  void aProxyThatIsNotHealthyIsNamedWithItsOwnErrors() {
    Scene scene = asked(twin().licensed(false, "\"token=s3cr3tvalue refused\""));

    assertThat(broken(scene)).containsExactly(B + ", 1");
    assertThat(Diagnosis.of(scene).in(State.BROKEN).get(0).result().detail())
        .contains("us-west-2 is not healthy", "token=***")
        .doesNotContain("s3cr3tvalue");
  }

  @Test
  void bothShapesOfTheListAreRead() {
    String documented = "{\"proxies\":[{\"name\":\"us-west-2\",\"healthy\":true}]}";
    Diagnosis diagnosis =
        Diagnosis.of(asked(twin().answer("/api/v2/workspaceproxies", 200, documented)));

    assertThat(diagnosis.taken().get(0).result().state()).isEqualTo(State.FINE);
    assertThat(diagnosis.taken().get(4).result().state()).isEqualTo(State.FINE);
  }

  @Test
  void aRegionThatIsRegisteredAndNotShownIsNamed() {
    ScriptedTwin twin = twin().licensed(true, "");
    twin.answer("/api/v2/regions", 200, "{\"regions\":[{\"name\":\"primary\"}]}");

    assertThat(broken(asked(twin))).containsExactly(B + ", 3");
  }

  @Test
  void aVersionWithoutProxiesIsNamed() {
    assertThat(broken(asked(twin().answer("/api/v2/buildinfo", 200, "{\"version\":\"v1.44.2\"}"))))
        .containsExactly(B + ", 4");
  }

  @Test
  void theDashboardInPlaceOfTheRelayIsNamedThoughItsStatusIs200() {
    assertThat(broken(asked(twin().answer("/derp/latency-check", 200, "<!doctype html>"))))
        .containsExactly(C + ", 8");
  }

  @Test
  void aRedirectLoopIsNamed() {
    assertThat(broken(asked(twin().redirect("/", "https://coderdemo.io/"))))
        .containsExactly(C + ", 9");
    assertThat(broken(asked(twin().redirect("/", "/login").answer("/login", 200, "")))).isEmpty();
  }

  @Test
  void whatReplicasWriteIsRead() {
    ScriptedTwin twin = twin();
    twin.network(twin.facts());

    assertThat(broken(asked(twin))).containsExactly(C + ", 10");
  }

  @Test
  void whatNobodyCanAskIsNotKnownAndNeverFine() {
    Diagnosis diagnosis = Diagnosis.of(Scene.described(topology.facts(), URL));

    assertThat(diagnosis.in(State.BROKEN)).isEmpty();
    assertThat(diagnosis.in(State.OPEN))
        .extracting(Object::toString)
        .contains(A + ", 2", A + ", 3", A + ", 4", B + ", 1", B + ", 3", C + ", 8", C + ", 10");
  }
}
