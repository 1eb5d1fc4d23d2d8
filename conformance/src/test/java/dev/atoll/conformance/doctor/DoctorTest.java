package dev.atoll.conformance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.doctor.Program.Version;
import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {

  private static final Program TERRAFORM =
      new Program(
          "terraform",
          List.of("version"),
          new Version(1, 11),
          Need.ALWAYS,
          "It plans.",
          "Install Terraform 1.11 or newer.");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Terraform v1.11.4, 0, true, 1.11",
    "Terraform v1.12.0, 0, true, 1.12",
    "Terraform v2.0.1, 0, true, 2.0",
    "Terraform v1.9.8, 0, false, '1.9 is too old, 1.11 or newer will do'",
    "Terraform v1.11.4, 1, false, it fails: Terraform v1.11.4",
    "no idea, 0, false, it does not say which version it is",
  })
  void aProgramIsJudgedByWhatItSaysOfItself(String says, int exit, boolean fine, String found)
      throws IOException {
    program("terraform", "echo '%s'; exit %d".formatted(says, exit));

    Finding finding = TERRAFORM.look(path());

    assertThat(finding.fine()).isEqualTo(fine);
    assertThat(finding.found()).isEqualTo(found);
    assertThat(finding.stops()).isEqualTo(!fine);
  }

  @Test
  void whatIsNotThereIsSaidWithWhatItIsForAndWhatToDo() {
    assertThat(TERRAFORM.look(path()).complaint())
        .isEqualTo("terraform: not on the PATH. It plans. Install Terraform 1.11 or newer.");
  }

  @Test
  void aMachineWithNothingLacksNodeTerraformAndPythonAlone() {
    assertThat(Doctor.missing(path(), Backend.PROCESS))
        .satisfiesExactly(
            node -> assertThat(node).startsWith("node: "),
            terraform -> assertThat(terraform).startsWith("terraform: "),
            python -> assertThat(python).startsWith("python: "));
  }

  @Test
  void inAContainerTheEmulatorBringsItsPython() {
    assertThat(Doctor.missing(path(), Backend.DOCKER))
        .hasSize(2)
        .noneMatch(missing -> missing.startsWith("python: "));
  }

  @Test
  void anEngineIsOneThingAndPrivilegedContainersAnother() throws IOException {
    assertThat(names()).doesNotContain("privileged");
    program("docker", "echo 28.0.1");
    assertThat(names()).containsSubsequence("docker", "privileged");
    assertThat(Doctor.privileged(List.of()).fine()).isTrue();
    assertThat(Doctor.privileged(List.of("CAP_SYS_RESOURCE")))
        .satisfies(refused -> assertThat(refused.fine()).isFalse())
        .satisfies(refused -> assertThat(refused.stops()).isFalse())
        .satisfies(refused -> assertThat(refused.found()).contains("withholds CAP_SYS_RESOURCE"));
  }

  private List<String> names() {
    return Doctor.examine(path(), folder).stream().map(Finding::name).toList();
  }

  @Test
  void whatIsOnlyAChoiceStopsNothing() {
    assertThat(Doctor.examine(path(), folder))
        .filteredOn(finding -> finding.need() == Need.CHOICE)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.fine()).isFalse())
        .noneMatch(Finding::stops);
  }

  @Test
  void aCacheThatIsNotThereYetIsMeasuredWhereItWillBe() {
    assertThat(Doctor.disk(folder.resolve("not/there/yet")).found()).matches("\\d+ GiB free");
  }

  private SearchPath path() {
    return new SearchPath(List.of(folder));
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
