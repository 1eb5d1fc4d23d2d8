package dev.atoll.itest.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.HelmException;
import dev.atoll.itest.kubernetes.ControlPlane;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;

/** The way of a person, and of Terraform's helm provider: aws eks update-kubeconfig, then in. */
@ExtendWith(LocalStackExtension.class)
class EksApiTest {

  private static final Region OHIO = Region.US_EAST_2;

  private static LocalStack emulator;
  private static World world;
  private static EksApi api;

  @TempDir private Path folder;

  @BeforeAll
  static void start(LocalStack running, World ours) {
    emulator = running;
    world = ours;
    // Before the cluster is made, as Terraform will.
    api = EksApi.start(emulator, world, OHIO, "coder", line -> {});
    create(world, "coder", true);
  }

  @AfterAll
  static void end() {
    api.close();
  }

  @Test
  void theClusterHasTheEndpointOfTheApi() {
    Cluster cluster = describe(world, "coder");
    assertThat(cluster.endpoint()).isEqualTo(api.server().endpoint().toString());
    assertThat(cluster.certificateAuthority().data())
        .isEqualTo(api.server().connection().certificateAuthorityData());
  }

  @Test
  void anotherClusterOrAccountHasNot() {
    create(world, "other", true);
    World stranger = emulator.newWorld();
    create(stranger, "coder", true);
    assertThat(describe(world, "other").endpoint()).doesNotContain("127.0.0.1");
    assertThat(describe(stranger, "coder").endpoint()).doesNotContain("127.0.0.1");
  }

  @Test
  void kubectlGetsInWithATokenOfEks() throws IOException {
    Path kubeconfig = updateKubeconfig(world, "coder");
    assertThat(Files.readString(kubeconfig)).contains("get-token");

    Result result = kubectl(world, kubeconfig, "get", "namespaces");

    assertThat(result.output()).anyMatch(line -> line.startsWith("kube-system"));
    assertThat(result.exit()).isZero();
    assertThat(kubectl(world, kubeconfig, "auth", "whoami", "-o", "yaml").output())
        .anyMatch(line -> line.contains("arn:aws:iam::" + world.account() + ":root"));
  }

  @Test
  void helmGetsInWithATokenOfEks() throws IOException {
    String kubeconfig = Files.readString(updateKubeconfig(world, "coder"));
    try (Helm helm = Helm.of(kubeconfig, environment(world), line -> {})) {
      assertThat(helm.list()).isEmpty();
    }
    // Without the account's key there is no token.
    try (Helm helm = Helm.of(kubeconfig, Map.of("PATH", path()), line -> {})) {
      assertThatThrownBy(helm::list).isInstanceOf(HelmException.class);
    }
  }

  @Test
  void aTokenOfAnotherAccountIsRefused() throws IOException {
    World stranger = emulator.newWorld();
    Path kubeconfig = updateKubeconfig(world, "coder");

    Result result = kubectl(stranger, kubeconfig, "get", "namespaces");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).anyMatch(line -> line.contains("must be logged in"));
    assertThat(api.refusals()).contains("the token is of another account: " + stranger.account());
  }

  @Test
  void aTokenForAnotherClusterIsRefused() throws IOException {
    Path kubeconfig = updateKubeconfig(world, "coder");
    String other = Files.readString(kubeconfig).replaceAll("(?m)^(\\s+- )coder$", "$1elsewhere");
    Files.writeString(kubeconfig, other);
    assertThat(other).contains("elsewhere");

    assertThat(kubectl(world, kubeconfig, "get", "namespaces").exit()).isNotZero();

    assertThat(api.refusals()).contains("the token is not signed, or not for cluster coder");
  }

  @Test
  void nobodyIsLetInBeforeTheClusterIsMadeNorWhoMadeItWithoutARight() throws IOException {
    try (EksApi early = EksApi.start(emulator, world, OHIO, "early", line -> {})) {
      Path kubeconfig = folder.resolve("early");
      Files.writeString(
          kubeconfig,
          Files.readString(updateKubeconfig(world, "coder"))
              .replace(api.server().endpoint().toString(), early.server().endpoint().toString())
              .replace(
                  api.server().connection().certificateAuthorityData(),
                  early.server().connection().certificateAuthorityData())
              .replaceAll("(?m)^(\\s+- )coder$", "$1early"));

      assertThat(kubectl(world, kubeconfig, "get", "namespaces").exit()).isNotZero();
      assertThat(early.refusals()).contains("there is no cluster early in us-east-2");

      create(world, "early", false);
      assertThat(kubectl(world, kubeconfig, "get", "namespaces").exit()).isNotZero();
      assertThat(early.refusals()).contains("who made cluster early is no administrator of it");
    }
  }

  private record Result(int exit, List<String> output) {}

  private Path updateKubeconfig(World caller, String cluster) {
    Path kubeconfig = folder.resolve("kubeconfig");
    Result result =
        run(
            caller,
            emulator.commands().resolve("aws").toString(),
            "eks",
            "update-kubeconfig",
            "--region",
            OHIO.id(),
            "--name",
            cluster,
            "--kubeconfig",
            kubeconfig.toString());
    assertThat(result.exit()).as(String.join("\n", result.output())).isZero();
    return kubeconfig;
  }

  private Result kubectl(World caller, Path kubeconfig, String... arguments) {
    String kubectl = ControlPlane.install(line -> {}).kubectl().toString();
    List<String> words = new ArrayList<>(List.of(kubectl));
    words.addAll(List.of("--kubeconfig", kubeconfig.toString()));
    words.addAll(List.of(arguments));
    return run(caller, words.toArray(String[]::new));
  }

  private Result run(World caller, String... words) {
    List<String> output = new CopyOnWriteArrayList<>();
    int exit =
        new Command(List.of(words), folder, environment(caller))
            .run(output::add, Duration.ofMinutes(1));
    return new Result(exit, output);
  }

  private Map<String, String> environment(World caller) {
    Map<String, String> environment = new HashMap<>(caller.environment());
    environment.put("PATH", path());
    environment.put("HOME", folder.toString());
    return environment;
  }

  private static String path() {
    return emulator.commands() + ":" + System.getenv("PATH");
  }

  private static void create(World account, String cluster, boolean creatorIsAdministrator) {
    try (Ec2Client ec2 = account.client(Ec2Client.builder(), OHIO);
        EksClient eks = account.client(EksClient.builder(), OHIO)) {
      String vpc = ec2.createVpc(make -> make.cidrBlock("10.0.0.0/16")).vpc().vpcId();
      String subnet =
          ec2.createSubnet(make -> make.vpcId(vpc).cidrBlock("10.0.0.0/24")).subnet().subnetId();
      eks.createCluster(
          make ->
              make.name(cluster)
                  .roleArn("arn:aws:iam::" + account.account() + ":role/eks")
                  .accessConfig(
                      access ->
                          access.bootstrapClusterCreatorAdminPermissions(creatorIsAdministrator))
                  .resourcesVpcConfig(network -> network.subnetIds(subnet)));
    }
  }

  private static Cluster describe(World account, String cluster) {
    try (EksClient eks = account.client(EksClient.builder(), OHIO)) {
      return eks.describeCluster(ask -> ask.name(cluster)).cluster();
    }
  }
}
