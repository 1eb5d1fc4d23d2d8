package dev.atoll.conformance.doctor;

import dev.atoll.conformance.doctor.Program.Version;
import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.backend.Capabilities;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for everything that Atoll uses on a machine, before any work starts. */
public final class Doctor {

  /** What the emulator, the API server and their builds take in the cache, in bytes. */
  private static final long SPACE = 6L << 30;

  private static final List<Program> PROGRAMS =
      List.of(
          new Program(
              "node",
              List.of("--version"),
              new Version(18, 0),
              Need.ALWAYS,
              "CDKTF, which writes the Terraform JSON, runs on it.",
              "Install Node.js 18 or newer."),
          new Program(
              "terraform",
              List.of("version"),
              new Version(1, 11),
              Need.ALWAYS,
              "It plans and applies what is synthesized.",
              "Install Terraform 1.11 or newer."),
          new Program(
              "aws",
              List.of("--version"),
              new Version(1, 0),
              Need.CHOICE,
              "The helm provider asks it for a token of the cluster; on the emulator Atoll brings"
                  + " its own.",
              "Install the AWS command line before you apply to a real account."),
          new Program(
              "helm",
              List.of("version", "--short"),
              new Version(3, 8),
              Need.CHOICE,
              "It installs the releases where Terraform's helm provider cannot be had; Atoll"
                  + " prepares its own.",
              "Nothing to do for the emulator."),
          new Program(
              "docker",
              List.of("version", "--format", "{{.Server.Version}}"),
              new Version(20, 10),
              Need.CHOICE,
              "With an engine BACKEND=docker runs the emulator in a container; the default is a"
                  + " process.",
              "Nothing to do, unless you want the container: start an engine for that."),
          new Program(
              "go",
              List.of("version"),
              new Version(1, 24),
              Need.CHOICE,
              "Builds the Kubernetes API server, etcd and Helm once, where they cannot be"
                  + " downloaded.",
              "Install Go 1.24 or newer if this machine reaches package registries only."));

  private Doctor() {}

  /**
   * Everything, in the order in which a run would miss it.
   *
   * @param path where programs are looked for
   * @param cache the folder that holds what is installed once; it need not exist
   */
  public static List<Finding> examine(SearchPath path, Path cache) {
    return Stream.of(
            Stream.of(java()),
            PROGRAMS.stream().map(program -> program.look(path)).flatMap(Doctor::withPrivileges),
            Stream.of(python(path), disk(cache)))
        .flatMap(each -> each)
        .toList();
  }

  /** What a run on this backend cannot do without and is not there, one sentence each. */
  public static List<String> missing(SearchPath path, Backend backend) {
    return Stream.concat(
            PROGRAMS.stream()
                .filter(program -> program.need() == Need.ALWAYS)
                .map(program -> program.look(path)),
            backend == Backend.DOCKER ? Stream.of() : Stream.of(python(path)))
        .filter(Finding::stops)
        .map(Finding::complaint)
        .toList();
  }

  // An engine alone does not say whether it can give a container everything.
  private static Stream<Finding> withPrivileges(Finding program) {
    return program.name().equals("docker") && program.fine()
        ? Stream.of(program, privileged(Capabilities.withheld()))
        : Stream.of(program);
  }

  static Finding privileged(List<String> withheld) {
    String purpose = "k3s, in which pods run, takes a privileged container.";
    return withheld.isEmpty()
        ? Finding.fine("privileged", Need.CHOICE, "no capability is withheld here", purpose)
        : Finding.wrong(
            "privileged",
            Need.CHOICE,
            "this machine withholds %s, so an engine on it refuses privileged containers"
                .formatted(String.join(", ", withheld)),
            purpose,
            "Nothing to do for make conformance; for k3s take a machine that grants it.");
  }

  private static Finding java() {
    return Finding.fine(
        "java", Need.ALWAYS, Runtime.version().toString(), "Atoll itself runs on it.");
  }

  private static Finding python(SearchPath path) {
    String purpose = "The AWS emulator, LocalStack, runs on it.";
    return LocalStack.missing(path)
        .map(missing -> Finding.wrong("python", Need.ALWAYS, missing, "", ""))
        .orElseGet(
            () -> Finding.fine("python", Need.ALWAYS, "one that LocalStack runs on", purpose));
  }

  static Finding disk(Path cache) {
    String purpose = "Emulator, API server and Helm are kept in " + cache + ".";
    try {
      long free = Files.getFileStore(existing(cache)).getUsableSpace();
      String found = "%.0f GiB free".formatted(free / (double) (1L << 30));
      return free >= SPACE
          ? Finding.fine("disk", Need.ALWAYS, found, purpose)
          : Finding.wrong(
              "disk",
              Need.ALWAYS,
              found,
              purpose,
              "Make room: %d GiB are enough.".formatted(SPACE >> 30));
    } catch (IOException e) {
      return Finding.wrong(
          "disk", Need.ALWAYS, "unknown: " + e.getMessage(), purpose, "See that it is writable.");
    }
  }

  private static Path existing(Path folder) {
    return Stream.iterate(folder.toAbsolutePath(), Path::getParent)
        .takeWhile(each -> each != null)
        .filter(Files::exists)
        .findFirst()
        .or(() -> Optional.ofNullable(folder.toAbsolutePath().getRoot()))
        .orElseThrow();
  }
}
