package dev.atoll.conformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.kubernetes.ApiServer;
import dev.atoll.itest.kubernetes.ControlPlane;
import dev.atoll.itest.live.Budget;
import dev.atoll.itest.live.LiveAccount;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import dev.atoll.traffic.TrafficException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * An account on the emulator, by an AWS profile, and a real Kubernetes API, by a kubeconfig, are
 * read and judged as a live deployment's would be. What is asked of them is taken from the wire and
 * from the API server's audit log.
 */
@ExtendWith(LocalStackExtension.class)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LiveReadingTest {

  private static final String SECRET = "hush-nobody-prints-this";
  private static final String READING =
      "(Describe|List|Get(?!SecretValue))[A-Za-z]*|(GET|HEAD) /.*";

  private static final String POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules: [{level: Metadata}]
      """;

  /** Coder as it must not be: visitors are sent to the access URL for ever. */
  private static final String WORKLOAD =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: coder}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {namespace: coder, name: coder-database}
      stringData: {url: %s}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {namespace: coder, name: coder}
      spec:
        selector: {matchLabels: {app.kubernetes.io/name: coder}}
        template:
          metadata: {labels: {app.kubernetes.io/name: coder}}
          spec:
            containers:
              - name: coder
                image: ghcr.io/coder/coder:v2.27.1
                command: [/opt/coder, server]
                env:
                  - {name: CODER_REDIRECT_TO_ACCESS_URL, value: "true"}
                  - name: CODER_PG_CONNECTION_URL
                    valueFrom: {secretKeyRef: {name: coder-database, key: url}}
      """
          .formatted(SECRET);

  @TempDir private static Path there;
  private static ApiServer cluster;
  private static Path audit;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private AwsWire wire;
  private Path kubeconfig;

  @BeforeAll
  static void start(World world) throws IOException {
    try (AwsClients aws = AwsClients.of(world)) {
      aws.ec2(Region.US_EAST_2).createVpc(vpc -> vpc.cidrBlock("10.9.0.0/16"));
      aws.secretsManager(Region.US_EAST_2)
          .createSecret(secret -> secret.name("coderdemo/database").secretString(SECRET));
    }
    audit = there.resolve("audit.log");
    Path policy = Files.writeString(there.resolve("policy.yaml"), POLICY);
    cluster =
        ApiServer.start(
            ControlPlane.install(line -> {}),
            List.of("--audit-policy-file=" + policy, "--audit-log-path=" + audit),
            line -> {});
    cluster.client().load(new ByteArrayInputStream(WORKLOAD.getBytes(UTF_8))).create();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void write(World world) throws IOException {
    wire = AwsWire.before(world.endpoint());
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            [profile readonly]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            endpoint_url = %s
            [profile far]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            endpoint_url = http://127.0.0.1:9
            """
                .formatted(world.account(), SECRET, wire.endpoint(), world.account(), SECRET));
    System.setProperty("aws.configFile", config.toString());
    System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
    kubeconfig = Files.writeString(folder.resolve("kubeconfig"), contexts(cluster.kubeconfig()));
    Files.writeString(
        folder.resolve("credential"),
        """
        {"apiVersion": "client.authentication.k8s.io/v1beta1", "kind": "ExecCredential",
         "status": {"token": "%s"}}
        """
            .formatted(token()));
  }

  @AfterEach
  void forget() {
    System.clearProperty("aws.configFile");
    System.clearProperty("aws.sharedCredentialsFile");
    wire.close();
  }

  /**
   * The same cluster under the name of each of the topology's; one takes its token from a program,
   * as that of EKS does.
   */
  private String contexts(String kubeconfig) {
    return kubeconfig
        .replace(
            "contexts:\n",
            """
            contexts:
              - {name: coderdemo-use2, context: {cluster: atoll, user: admin}}
              - {name: coderdemo-usw2, context: {cluster: atoll, user: program}}
            """)
        .replace(
            "users:\n",
            """
            users:
              - name: program
                user:
                  exec:
                    apiVersion: client.authentication.k8s.io/v1beta1
                    command: cat
                    args: [%s]
            """
                .formatted(folder.resolve("credential")));
  }

  private int run(String... arguments) {
    CommandLine commandLine = Atoll.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }

  /** What the API server was asked since then, by verb. */
  private List<String> verbs(int since) throws IOException {
    List<String> verbs = new ArrayList<>();
    List<String> lines = Files.readAllLines(audit);
    for (String line : lines.subList(since, lines.size())) {
      JsonNode entry = new ObjectMapper().readTree(line);
      if (entry.path("userAgent").asText().startsWith("fabric8")) {
        verbs.add(entry.path("verb").asText());
      }
    }
    return verbs;
  }

  @Test
  void whatIsThereIsJudgedAndNothingButReadingReachesIt() throws Exception {
    try (HttpsCoder coder = HttpsCoder.start(folder, "dns:localhost")) {
      coder.answer("/healthz", 200, "OK");
      int since = Files.readAllLines(audit).size();
      for (String command : List.of("status", "diagnose")) {
        assertThat(
                run(
                    command,
                    "--live",
                    "--url",
                    coder.url(),
                    "--ca-file",
                    coder.authority().toString(),
                    "--profile",
                    "readonly",
                    "--kubeconfig",
                    kubeconfig.toString()))
            .as("%s", err)
            .isEqualTo(ExitCode.FINDINGS);
      }

      assertThat(out.toString()).contains("CDR-1", "CODER_REDIRECT_TO_ACCESS_URL", "(live, now)");
      assertThat(wire.calls())
          .contains("DescribeVpcs", "DescribeAlarms", "ListSecrets", "ListSubscriptions")
          .anyMatch(call -> call.startsWith("GET /2013-04-01/hostedzone"))
          .allMatch(call -> call.matches(READING));
      assertThat(verbs(since)).contains("list").isSubsetOf("get", "list", "watch");
      assertThat(out + "" + err).doesNotContain(SECRET).doesNotContain(token());
    }
  }

  /** The rest is judged; what hangs on that call is not, and the permission is named. */
  @Test
  void oneRefusedCallEndsNoReading() {
    wire.refuse("DescribeDBClusters");

    assertThat(run("status", "--live", "--profile", "readonly", "--url", "https://127.0.0.1:9"))
        .as("%s", err)
        .isEqualTo(ExitCode.FINDINGS);

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("the account refuses rds:DescribeDBClusters in us-east-2", "What is broken");
    assertThat(wire.calls()).contains("DescribeDBClusters", "DescribeAlarms", "ListSecrets");
  }

  private String token() {
    return cluster.connection().token();
  }

  @Test
  void whatIsNotReadingIsNotSent() {
    try (AwsClients aws = LiveAccount.of("readonly", Budget.ofAccount())) {
      assertThatThrownBy(
              () -> aws.ec2(Region.US_EAST_2).createVpc(vpc -> vpc.cidrBlock("10.8.0.0/16")))
          .isInstanceOf(TrafficException.class)
          .hasMessageContaining("CreateVpc is not sent to a live account");
      assertThatThrownBy(
              () ->
                  aws.secretsManager(Region.US_EAST_2)
                      .getSecretValue(secret -> secret.secretId("coderdemo/database")))
          .isInstanceOf(TrafficException.class);
      assertThat(wire.calls()).isEmpty();
      assertThat(aws.ec2(Region.US_EAST_2).describeVpcs().vpcs()).isNotEmpty();
      assertThat(wire.calls()).containsExactly("DescribeVpcs");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--profile nobody | profile nobody cannot be read",
        "--profile far | profile far cannot be read",
        "--kubeconfig KUBECONFIG --context us-east-2=other | there is no such context",
        "--kubeconfig STRANGER | Unauthorized",
      })
  void whatCannotBeReadIsSaid(String options, String message) throws IOException {
    Path stranger =
        Files.writeString(
            folder.resolve("stranger"), Files.readString(kubeconfig).replace(token(), "stranger"));
    String known =
        options
            .replace("KUBECONFIG", kubeconfig.toString())
            .replace("STRANGER", stranger.toString());

    assertThat(run(("status --live " + known).split(" ", -1))).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ").doesNotContain(token());
  }
}
