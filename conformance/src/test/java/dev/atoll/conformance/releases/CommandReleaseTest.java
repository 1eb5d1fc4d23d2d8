package dev.atoll.conformance.releases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.HelmShim;
import dev.atoll.itest.helm.Installed;
import dev.atoll.itest.kubernetes.ApiServer;
import dev.atoll.itest.kubernetes.workloads.WorkloadsReady;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases by command, applied by Terraform to a real API: the platform of one Region with the
 * stand-ins of its charts, and a program in the place of {@code aws} that hands out the kubeconfig.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandReleaseTest {

  private static final List<String> PLAYED = List.of("lb_controller", "karpenter");

  @TempDir static Path folder;

  private ApiServer cluster;
  private WorkloadsReady ready;
  private Helm helm;
  private WorkingDirectory root;

  @BeforeAll
  void start() throws IOException {
    cluster = ApiServer.start(line -> {});
    ready = WorkloadsReady.in(cluster.client(), held -> false);
    helm = Helm.of(cluster.kubeconfig(), line -> {});
    HelmShim shim = HelmShim.write(folder.resolve("shim"), line -> {});
    aws(folder.resolve("shim/bin/aws"));
    write(folder.resolve("root"), "1.17.1", "vpc-1");
    root =
        Terraform.find(SearchPath.ofEnvironment(), line -> {})
            .in(folder.resolve("root"))
            .environment(
                shim.environment(Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString())));
    root.init();
  }

  @AfterAll
  void end() {
    helm.close();
    ready.close();
    cluster.close();
  }

  @Test
  void aReleaseIsInstalledUpgradedInPlaceTakenOverAndUninstalled() throws IOException {
    root.apply();
    assertThat(helm.list())
        .containsExactlyInAnyOrder(
            new Installed(
                "lb-controller",
                "kube-system",
                1,
                "deployed",
                "aws-load-balancer-controller-1.17.1"),
            new Installed("karpenter", "karpenter", 1, "deployed", "karpenter-1.14.1"));
    assertThat(root.plan(folder.resolve("same"))).isFalse();

    String before = uid();
    write(root.folder(), "1.17.2", "vpc-1");
    root.apply();
    assertThat(helm.status("lb-controller", "kube-system").revision()).isEqualTo(2);
    assertThat(helm.list())
        .extracting(Installed::chart)
        .contains("aws-load-balancer-controller-1.17.2");
    assertThat(uid()).as("the Deployment is still the same object").isEqualTo(before);

    write(root.folder(), "1.17.2", "vpc-2");
    root.apply();
    assertThat(helm.status("lb-controller", "kube-system").revision()).isEqualTo(3);
    assertThat(helm.status("karpenter", "karpenter").revision()).isEqualTo(1);
    assertThat(arguments()).contains("--aws-vpc-id=vpc-2");

    Files.delete(root.folder().resolve("terraform.tfstate"));
    root.apply();
    assertThat(helm.status("lb-controller", "kube-system").revision()).isEqualTo(4);
    assertThat(uid()).isEqualTo(before);
    assertThat(root.plan(folder.resolve("again"))).isFalse();

    assertThat(root.folder().resolve(".atoll").toFile().list())
        .as("no credentials are left behind")
        .noneMatch(name -> name.startsWith("release."));
    root.destroy();
    assertThat(Files.readAllLines(folder.resolve("asked")))
        .as("what stands on the controller goes first")
        .endsWith("karpenter", "lb-controller");
    assertThat(helm.list()).isEmpty();
    assertThat(cluster.client().apps().deployments().inAnyNamespace().list().getItems()).isEmpty();
  }

  private String uid() {
    return cluster
        .client()
        .apps()
        .deployments()
        .inNamespace("kube-system")
        .withName("aws-load-balancer-controller")
        .get()
        .getMetadata()
        .getUid();
  }

  private List<String> arguments() {
    return cluster
        .client()
        .apps()
        .deployments()
        .inNamespace("kube-system")
        .withName("aws-load-balancer-controller")
        .get()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0)
        .getArgs();
  }

  /** The releases of one Region as they are synthesized; what AWS makes is given. */
  private static void write(Path target, String version, String vpc) throws IOException {
    Deployment deployment =
        Deployment.withLocalState(new CoderDemo().topology(), Layout.SINGLE, ReleaseWay.COMMAND);
    Path whole = target.resolveSibling("whole");
    Synthesis.write(deployment, whole);
    ObjectMapper json = new ObjectMapper();
    JsonNode all = json.readTree(whole.resolve("atoll.tf.json").toFile());
    ObjectNode releases = json.createObjectNode();
    all.at("/resource/terraform_data")
        .properties()
        .forEach(
            each -> {
              if (PLAYED.stream().anyMatch(name -> each.getKey().startsWith("us_east_2_" + name))) {
                ObjectNode body = (ObjectNode) each.getValue();
                if (body.path("depends_on").path(0).asText().startsWith("aws_")
                    || each.getKey().startsWith("us_east_2_lb_controller")) {
                  body.remove("depends_on");
                  if (each.getKey().equals("us_east_2_lb_controller")) {
                    body.putArray("depends_on")
                        .add("terraform_data.us_east_2_lb_controller_uninstall");
                  }
                }
                releases.set(each.getKey(), body);
              }
            });
    String text =
        json.createObjectNode()
            .set("resource", json.createObjectNode().set("terraform_data", releases))
            .toString()
            .replaceAll("\\$\\{aws_eks_cluster\\.[^}]*}", "test")
            .replace("jsonencode(aws_eks_cluster.us_east_2.name)", "jsonencode(\\\"test\\\")")
            .replace("aws_vpc.us_east_2.id", "\\\"" + vpc + "\\\"")
            .replaceAll(
                "jsonencode\\(aws_iam_role[^)]*\\)",
                "jsonencode(\\\\\"arn:aws:iam::1:role/x\\\\\")")
            .replace("\"1.17.1\"", "\"" + version + "\"");
    Files.createDirectories(target.resolve("atoll.charts"));
    Files.writeString(target.resolve("root.tf.json"), text);
    for (String script : List.of("install.sh", "uninstall.sh")) {
      Files.copy(
          whole.resolve("atoll.charts").resolve(script),
          target.resolve("atoll.charts").resolve(script),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void aws(Path program) throws IOException {
    Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfig());
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo "$NAME" >>'%1$s/asked'
        while [ "$1" != --kubeconfig ]; do shift; done
        cp '%1$s/kubeconfig' "$2"
        """
            .formatted(folder));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }
}
