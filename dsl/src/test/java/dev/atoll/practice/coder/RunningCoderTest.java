package dev.atoll.practice.coder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.Container.Port;
import dev.atoll.facts.kubernetes.DisruptionBudget;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers in a cluster and their entrance: what passes, what fails, what stays open. */
class RunningCoderTest {

  private static final List<String> ROWS =
      List.of("CDR-1", "CDR-2", "CDR-3", "CDR-4", "CDR-6", "LB-1", "LB-2", "LB-3", "LB-8", "AUR-4");
  private static final Source HERE = new Source(Origin.CLUSTER, "here");
  private static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";
  private static final ObjectName CODER = name("coder", "coder");

  @Test
  void theBasePasses() {
    assertThat(rows(Verdict.PASS, facts(base()))).containsExactlyInAnyOrderElementsOf(ROWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CDR-1", "CDR-2", "CDR-3", "CDR-4", "CDR-6", "LB-1", "LB-2", "LB-3", "LB-8", "AUR-4"
      })
  void nothingToLookAtIsNoPass(String row) {
    assertThat(judge(row, Facts.of(Origin.CLUSTER, List.of())).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "CODER_REDIRECT_TO_ACCESS_URL, true, CDR-1",
    "CODER_REDIRECT_TO_ACCESS_URL, yes, CDR-1",
    "CODER_TLS_ENABLE, T, CDR-2",
    "CODER_SECURE_AUTH_COOKIE, false, CDR-3",
    "CODER_DERP_SERVER_ENABLE, 0, CDR-4",
    "CODER_DERP_SERVER_RELAY_URL, http://10.0.0.1:8080, CDR-4",
    "CODER_DERP_SERVER_RELAY_URL, http://$(KUBE_POD_IP):3000, CDR-4",
    "CODER_DERP_SERVER_RELAY_URL, http://$(OTHER):8080, CDR-4",
    "CODER_HTTP_ADDRESS, 127.0.0.1:8080, LB-2",
    "CODER_HTTP_ADDRESS, 0.0.0.0:3000, LB-2"
  })
  void aWrongVariableFailsItsRow(String name, String value, String row) {
    assertThat(rows(Verdict.FAIL, facts(servers(with(name, new Literal(value))))))
        .containsExactly(row);
  }

  @ParameterizedTest
  @CsvSource({
    "CODER_REDIRECT_TO_ACCESS_URL, CDR-1, WARNING",
    "CODER_TLS_ENABLE, CDR-2, WARNING",
    "CODER_SECURE_AUTH_COOKIE, CDR-3, ERROR",
    "CODER_DERP_SERVER_ENABLE, CDR-4, ERROR",
    "CODER_DERP_SERVER_RELAY_URL, CDR-4, ERROR",
    "KUBE_POD_IP, CDR-4, ERROR"
  })
  void aVariableThatIsNotSetIsAsBadAsItsDefault(String name, String row, Severity severity) {
    Facts facts = facts(servers(variables -> without(variables, name)));

    assertThat(rows(Verdict.FAIL, facts)).containsExactly(row);
    assertThat(judge(row, facts).severity()).contains(severity);
  }

  @ParameterizedTest
  @CsvSource({
    "CODER_REDIRECT_TO_ACCESS_URL, CDR-1",
    "CODER_TLS_ENABLE, CDR-2",
    "CODER_SECURE_AUTH_COOKIE, CDR-3",
    "CODER_DERP_SERVER_ENABLE, CDR-4",
    "CODER_DERP_SERVER_RELAY_URL, CDR-4",
    "CODER_HTTP_ADDRESS, LB-2"
  })
  void whatASecretSaysStaysOpen(String name, String row) {
    Facts facts = facts(servers(with(name, new SecretKey("elsewhere", "key"))));

    assertThat(rows(Verdict.UNKNOWN, facts)).containsExactly(row);
    assertThat(judge(row, facts).detail()).contains(name);
  }

  @Test
  void anAddressThatComesAfterItsUseIsNotReplaced() {
    Facts facts =
        facts(
            servers(
                variables -> {
                  List<EnvironmentVariable> late = without(variables, "KUBE_POD_IP");
                  late.add(new EnvironmentVariable("KUBE_POD_IP", new PodField("status.podIP")));
                  return late;
                }));

    assertThat(rows(Verdict.FAIL, facts)).containsExactly("CDR-4");
  }

  @Test
  void aSecretThatNobodyIsSeenToFillLeavesTheDatabaseOpen() {
    Facts facts = facts(base()).without(CarriedSecret.class::isInstance);

    assertThat(rows(Verdict.UNKNOWN, facts)).containsExactlyInAnyOrder("CDR-6", "AUR-4");
  }

  @Test
  void whatMayBeThereUnseenStaysOpen() {
    List<Fact> seen = base();
    seen.removeIf(fact -> fact instanceof Namespace || fact instanceof DisruptionBudget);
    Facts facts =
        Facts.of(
            Origin.CLUSTER,
            seen,
            List.of(
                new Gap(Namespace.class, "one namespace was read"),
                new Gap(DisruptionBudget.class, "one namespace was read")));

    assertThat(rows(Verdict.UNKNOWN, facts)).containsExactly("LB-8");
    assertThat(rows(Verdict.FAIL, facts(seen))).containsExactly("LB-8");
  }

  @Test
  void aListThatWasCutLeavesEverythingOpen() {
    Facts facts =
        Facts.of(
            Origin.CLUSTER, base(), List.of(new Gap(Workload.class, "one namespace was read")));

    assertThat(rows(Verdict.UNKNOWN, facts))
        .containsExactlyInAnyOrder("CDR-1", "CDR-2", "CDR-3", "CDR-4", "CDR-6");
  }

  @ParameterizedTest
  @CsvSource({
    "type, nlb, LB-1",
    "nlb-target-type, node, LB-1",
    "ssl-ports, 8443, LB-1",
    "backend-protocol, ssl, LB-2",
    "target-group-attributes, deregistration_delay.timeout_seconds=30, LB-3",
    "target-group-attributes, preserve_client_ip.enabled=true, LB-8"
  })
  void aWrongAnnotationFailsItsRow(String name, String value, String row) {
    List<Fact> facts = base();
    facts.replaceAll(
        fact -> fact instanceof KubernetesService ? service(Map.of(PREFIX + name, value)) : fact);

    assertThat(rows(Verdict.FAIL, facts(facts))).containsExactly(row);
  }

  @Test
  void workspacesAndProvisionersAreNoServers() {
    Facts facts =
        Facts.of(Origin.CLUSTER, List.of(workload(variables(), List.of("/opt/coder", "agent"))));

    assertThat(rows(Verdict.NOT_APPLICABLE, facts)).containsExactlyInAnyOrderElementsOf(ROWS);
  }

  private static Set<String> rows(Verdict verdict, Facts facts) {
    Set<String> rows = new TreeSet<>();
    ROWS.stream().filter(row -> judge(row, facts).verdict() == verdict).forEach(rows::add);
    return rows;
  }

  private static Judgement judge(String row, Facts facts) {
    return Catalogue.find(row).orElseThrow().judge(facts);
  }

  private static Facts facts(List<Fact> facts) {
    return Facts.of(Origin.CLUSTER, facts);
  }

  private static List<Fact> servers(UnaryOperator<List<EnvironmentVariable>> change) {
    List<Fact> facts = base();
    facts.replaceAll(
        fact ->
            fact instanceof Workload
                ? workload(change.apply(variables()), List.of("/opt/coder", "server"))
                : fact);
    return facts;
  }

  private static UnaryOperator<List<EnvironmentVariable>> with(
      String name, EnvironmentVariable.From value) {
    return variables -> {
      List<EnvironmentVariable> changed = new ArrayList<>(variables);
      changed.replaceAll(
          each -> each.name().equals(name) ? new EnvironmentVariable(name, value) : each);
      return changed;
    };
  }

  private static List<EnvironmentVariable> without(
      List<EnvironmentVariable> variables, String name) {
    List<EnvironmentVariable> changed = new ArrayList<>(variables);
    changed.removeIf(each -> each.name().equals(name));
    return changed;
  }

  private static List<Fact> base() {
    return new ArrayList<>(
        List.of(
            workload(variables(), List.of("/opt/coder", "server")),
            service(Map.of()),
            new Namespace(
                HERE,
                new Ref("namespace"),
                name("", "coder"),
                Map.of("elbv2.k8s.aws/pod-readiness-gate-inject", "enabled")),
            new DisruptionBudget(
                HERE,
                new Ref("budget"),
                CODER,
                Map.of("app", "coder"),
                Optional.empty(),
                Optional.of("1")),
            new CarriedSecret(
                HERE,
                new Ref("carried"),
                name("coder", "coder-database"),
                "coder-database",
                Optional.of(Region.US_EAST_2),
                Map.of("CODER_PG_CONNECTION_URL", "demo/coder/database"),
                Value.known(Duration.ofHours(1)))));
  }

  private static List<EnvironmentVariable> variables() {
    return List.of(
        literal("CODER_HTTP_ADDRESS", "0.0.0.0:8080"),
        new EnvironmentVariable("KUBE_POD_IP", new PodField("status.podIP")),
        literal("CODER_DERP_SERVER_RELAY_URL", "http://$(KUBE_POD_IP):8080"),
        literal("CODER_DERP_SERVER_ENABLE", "true"),
        literal("CODER_REDIRECT_TO_ACCESS_URL", "false"),
        literal("CODER_TLS_ENABLE", "false"),
        literal("CODER_SECURE_AUTH_COOKIE", "true"),
        new EnvironmentVariable(
            "CODER_PG_CONNECTION_URL", new SecretKey("coder-database", "CODER_PG_CONNECTION_URL")));
  }

  private static EnvironmentVariable literal(String name, String value) {
    return new EnvironmentVariable(name, new Literal(value));
  }

  private static Workload workload(List<EnvironmentVariable> variables, List<String> command) {
    Amounts nothing = new Amounts(Optional.empty(), Optional.empty());
    return new Workload(
        HERE,
        new Ref("coder"),
        Workload.Kind.DEPLOYMENT,
        CODER,
        2,
        2,
        Map.of("app", "coder"),
        "coder",
        List.of(
            new Container(
                "coder",
                "ghcr.io/coder/coder:v2.27.1",
                command,
                List.of(new Port("http", 8080)),
                variables,
                nothing,
                nothing,
                Optional.empty(),
                Optional.empty(),
                List.of("/bin/sh", "-c", "sleep 40"),
                List.of())),
        List.of(),
        List.of(),
        Duration.ofSeconds(60));
  }

  private static KubernetesService service(Map<String, String> changed) {
    Map<String, String> annotations = new HashMap<>();
    annotations.put(PREFIX + "type", "external");
    annotations.put(PREFIX + "nlb-target-type", "ip");
    annotations.put(PREFIX + "scheme", "internet-facing");
    annotations.put(PREFIX + "ssl-cert", "arn:aws:acm:us-east-2:111122223333:certificate/a");
    annotations.put(PREFIX + "ssl-ports", "443");
    annotations.put(
        PREFIX + "target-group-attributes",
        "preserve_client_ip.enabled=true,deregistration_delay.timeout_seconds=30");
    annotations.putAll(changed);
    return new KubernetesService(
        HERE,
        new Ref("service"),
        CODER,
        "LoadBalancer",
        Optional.empty(),
        annotations,
        Map.of("app", "coder"),
        List.of(new KubernetesService.Port("https", 443, "http")),
        Optional.empty(),
        Optional.empty());
  }

  private static ObjectName name(String namespace, String name) {
    return new ObjectName(Region.US_EAST_2, namespace, name);
  }
}
