package dev.atoll.itest.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner alone: real Terraform, and providers that are built into it or mere files. */
class TerraformTest {

  @TempDir private Path folder;

  private final List<ResourceEvent> events = new CopyOnWriteArrayList<>();

  private WorkingDirectory root() {
    return root(folder.resolve("no-mirror"));
  }

  private WorkingDirectory root(Path mirror) {
    return Terraform.find(SearchPath.ofEnvironment(), List.of(mirror), line -> {})
        .in(folder.resolve("root"))
        .onEvent(events::add);
  }

  @Test
  void aMissingTerraformIsNamed() {
    assertThatThrownBy(() -> Terraform.find(new SearchPath(List.of(folder)), line -> {}))
        .isInstanceOf(TerraformException.class)
        .hasMessageContaining("No terraform on the PATH");
  }

  @Test
  void aProgramThatIsNotTerraformIsNamed() throws IOException {
    Path impostor = folder.resolve("terraform");
    Files.writeString(impostor, "#!/bin/sh\necho hello\n");
    Files.setPosixFilePermissions(impostor, PosixFilePermissions.fromString("rwx------"));
    assertThatThrownBy(() -> Terraform.find(new SearchPath(List.of(folder)), line -> {}))
        .isInstanceOf(TerraformException.class)
        .hasMessageContaining(impostor + " version -json gives no version: hello");
  }

  @Test
  void applyPlanChangeDestroy() {
    WorkingDirectory root = root().environment(Map.of("TF_VAR_input", "one"));
    root.write(
        "main.tf",
        """
        variable "input" {}
        resource "terraform_data" "it" { input = var.input }
        output "it" { value = terraform_data.it.output }
        """);
    Path plan = folder.resolve("plan");
    root.init();
    assertThat(root.validate()).isEmpty();
    assertThat(root.plan(plan)).isTrue();
    assertThat(root.showPlan(plan).at("/resource_changes/0/address").asText())
        .isEqualTo("terraform_data.it");
    root.apply(plan);
    assertThat(events)
        .extracting(ResourceEvent::address, ResourceEvent::action, ResourceEvent::stage)
        .contains(
            tuple("terraform_data.it", "create", ResourceEvent.Stage.PLANNED),
            tuple("terraform_data.it", "create", ResourceEvent.Stage.COMPLETE));
    assertThat(root.showState().at("/values/outputs/it/value").asText()).isEqualTo("one");
    assertThat(root.plan(plan)).isFalse();

    WorkingDirectory changed = root.environment(Map.of("TF_VAR_input", "two"));
    assertThat(changed.plan(plan)).isTrue();
    changed.destroy();
    assertThat(changed.showState().has("values")).isFalse();
  }

  @Test
  void anErrorHasItsResourceFileAndLine() {
    WorkingDirectory root = root();
    root.write(
        "main.tf",
        """
        resource "terraform_data" "fails" {
          provisioner "local-exec" {
            command = "echo no good; exit 3"
          }
        }
        """);
    root.init();
    assertThatThrownBy(root::apply)
        .isInstanceOfSatisfying(
            TerraformException.class,
            e -> {
              Diagnostic error = e.diagnostics().get(0);
              assertThat(error.address()).contains("terraform_data.fails");
              assertThat(error.position()).contains(new Diagnostic.Position("main.tf", 2));
              assertThat(e).hasMessageContaining("main.tf:2").hasMessageContaining("no good");
            });
    assertThat(events).extracting(ResourceEvent::stage).contains(ResourceEvent.Stage.STARTED);
  }

  @Test
  void anInvalidConfigurationIsSaidByValidate() {
    WorkingDirectory root = root();
    root.write("main.tf", "resource \"terraform_data\" \"it\" {\n  inptu = 1\n}\n");
    root.init();
    assertThatThrownBy(root::validate)
        .isInstanceOf(TerraformException.class)
        .hasMessageContaining("main.tf:2")
        .hasMessageContaining("inptu");
  }

  @Test
  void whatTakesTooLongIsStoppedAndTheStateIsKept() throws IOException {
    WorkingDirectory root = root();
    root.write(
        "main.tf",
        """
        resource "terraform_data" "quick" {}
        resource "terraform_data" "slow" {
          depends_on = [terraform_data.quick]
          provisioner "local-exec" {
            command = "echo $$ > pid; exec sleep 100"
          }
        }
        """);
    root.init();
    assertThatThrownBy(() -> root.limit(Duration.ofSeconds(4)).apply())
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("terraform apply did not end within 4 s and was stopped");
    long pid = Long.parseLong(Files.readString(root.folder().resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(root.showState().at("/values/root_module/resources").findValuesAsText("address"))
        .contains("terraform_data.quick");
  }

  @Test
  void aProviderInASymbolicallyLinkedFolderIsFound() throws IOException {
    Path mirror = mirrorWithLinkedProvider();
    WorkingDirectory root = root(mirror);
    root.write("main.tf", required("example/fake", "1.0.0"));
    root.init();
    assertThat(
            root.versions().at("/provider_selections").path("registry.terraform.io/example/fake"))
        .hasToString("\"1.0.0\"");
  }

  @Test
  void aVersionThatNoMirrorHasIsNotFound() throws IOException {
    WorkingDirectory root = root(mirrorWithLinkedProvider());
    root.write("main.tf", required("example/fake", "2.0.0"));
    assertThatThrownBy(root::init)
        .isInstanceOfSatisfying(
            InitException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(InitException.Reason.PROVIDER_NOT_FOUND);
              assertThat(e.provider()).contains("example/fake");
            });
  }

  @Test
  void aRegistryOutOfReachIsSaidWithTheProvider() {
    WorkingDirectory root = root();
    // Nothing listens on port 1.
    root.write("main.tf", required("localhost:1/example/fake", "1.0.0"));
    assertThatThrownBy(root::init)
        .isInstanceOfSatisfying(
            InitException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(InitException.Reason.REGISTRY_OUT_OF_REACH);
              assertThat(e.provider()).contains("localhost:1/example/fake");
            });
  }

  @Test
  void anUnknownBackendIsSaidAsSuch() {
    WorkingDirectory root = root();
    root.write("main.tf", "terraform {\n  backend \"s4\" {}\n}\n");
    assertThatThrownBy(root::init)
        .isInstanceOfSatisfying(
            InitException.class,
            e -> assertThat(e.reason()).isEqualTo(InitException.Reason.BACKEND))
        .hasMessageContaining("main.tf:2");
  }

  @Test
  void anotherErrorOfInitIsNeitherProviderNorBackend() {
    WorkingDirectory root = root();
    root.write("main.tf", "module \"it\" {\n  source = \"./missing\"\n}\n");
    assertThatThrownBy(root::init)
        .isInstanceOfSatisfying(
            InitException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(InitException.Reason.OTHER);
              assertThat(e.provider()).isEmpty();
              assertThat(e).hasMessageContaining("main.tf:1");
            });
  }

  @Test
  void neitherCredentialsNorTerraformVariablesLeakIn() {
    Map<String, String> seen =
        CommandEnvironment.of(
            Map.of("PATH", "/bin", "AWS_PROFILE", "production", "TF_VAR_x", "1", "TF_LOG", "TRACE"),
            new CliConfiguration(folder),
            Map.of("AWS_ACCESS_KEY_ID", "given"));
    assertThat(seen)
        .doesNotContainKeys("AWS_PROFILE", "TF_VAR_x", "TF_LOG")
        .containsEntry("PATH", "/bin")
        .containsEntry("AWS_ACCESS_KEY_ID", "given")
        .containsEntry("HOME", folder.toString());
  }

  private static String required(String source, String version) {
    return """
    terraform {
      required_providers {
        fake = {
          source  = "%s"
          version = "%s"
        }
      }
    }
    """
        .formatted(source, version);
  }

  // init installs a provider without running it.
  private Path mirrorWithLinkedProvider() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real/1.0.0/" + platform()));
    Files.writeString(real.resolve("terraform-provider-fake_v1.0.0"), "#!/bin/sh\n");
    Path type =
        Files.createDirectories(folder.resolve("mirror/registry.terraform.io/example/fake"));
    Files.createSymbolicLink(type.resolve("1.0.0"), folder.resolve("real/1.0.0"));
    return folder.resolve("mirror");
  }

  private String platform() {
    return root().versions().path("platform").asText();
  }
}
