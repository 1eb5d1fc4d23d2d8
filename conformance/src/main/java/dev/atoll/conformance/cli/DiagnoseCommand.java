package dev.atoll.conformance.cli;

import dev.atoll.conformance.diagnose.BoundedLines;
import dev.atoll.conformance.diagnose.Diagnosis;
import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.conformance.diagnose.Scene;
import dev.atoll.conformance.live.LiveFailure;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.conformance.read.UnreadableTerraform;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.diagnosis.Recognition;
import dev.atoll.facts.Facts;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds out what is broken: in a log, in a plan or state, or in what runs. */
@Command(
    name = "diagnose",
    description = {
      "With a FILE or - : recognises the error texts that the documents and practices know.",
      "Without: walks the troubleshooting lists and the path between replicas, and names"
          + " everything that is broken, the first failing step first."
    },
    footer = {
      "",
      "Examples:",
      "  terraform apply 2>&1 | atoll diagnose -",
      "  terraform show -json | atoll diagnose --state /dev/stdin",
      "  atoll diagnose --live --token-env CODER_SESSION_TOKEN"
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is broken (of what could be asked), no error in the text",
      "1:something is broken, a known error is in the text",
      "2:wrong usage",
      "3:something around us is missing or broken",
      "4:undecided: an error that nobody here knows, or nothing could be asked"
    })
final class DiagnoseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private TopologyOption topology;
  @Mixin private LiveOption live;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "What a program wrote, such as a log; - is the standard input.")
  private Optional<Path> text = Optional.empty();

  @Option(
      names = {"--state", "--plan"},
      paramLabel = "FILE",
      description =
          "What terraform show -json says of a state or a plan; what it is, its content says.")
  private Optional<Path> terraform = Optional.empty();

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() throws IOException {
    if (text.isPresent()) {
      if (terraform.isPresent() || live.isLive()) {
        throw new UsageException(
            "Give a text, or --state, --plan or --live; to have both, run diagnose twice.");
      }
      return recognise(text.get());
    }
    return walk();
  }

  private int recognise(Path from) throws IOException {
    Recognition seen;
    try (Reader reader = new InputStreamReader(open(from), StandardCharsets.UTF_8)) {
      seen = BoundedLines.recognise(reader);
    }
    if (seen.lines() == 0) {
      throw new UsageException("There is nothing to read: the text is empty.");
    }
    print(
        output == Output.JSON
            ? Json.print(RecognitionText.json(seen))
            : new RecognitionText(terminal()).of(seen));
    return seen.known().isEmpty()
        ? seen.unknowns() == 0 ? ExitCode.FINE : ExitCode.UNDECIDED
        : ExitCode.FINDINGS;
  }

  private static InputStream open(Path from) throws IOException {
    if (from.toString().equals("-")) {
      return System.in;
    }
    if (!Files.exists(from) || Files.isDirectory(from)) {
      throw new UsageException(
          "There is no file %s. Name a file, or - for the standard input.".formatted(from));
    }
    return Files.newInputStream(from);
  }

  private int walk() {
    Topology described = topology.load();
    Scene scene = live.scene(described);
    if (terraform.isPresent()) {
      if (live.isLive()) {
        throw new UsageException("Give --live, or --state or --plan, not both.");
      }
      scene = scene.reading(read(terraform.get()));
    }
    Diagnosis diagnosis = taken(scene);
    print(
        output == Output.JSON
            ? Json.print(DiagnosisText.json(diagnosis))
            : new DiagnosisText(terminal()).of(diagnosis));
    if (!diagnosis.in(State.BROKEN).isEmpty()) {
      return ExitCode.FINDINGS;
    }
    boolean asked = !diagnosis.in(State.FINE).isEmpty() || !diagnosis.in(State.PENDING).isEmpty();
    return asked ? ExitCode.FINE : ExitCode.UNDECIDED;
  }

  private static Diagnosis taken(Scene scene) {
    try {
      return Diagnosis.of(scene);
    } catch (LiveFailure e) {
      throw new EnvironmentException(e.getMessage(), e);
    }
  }

  private static Facts read(Path file) {
    if (!Files.exists(file) || Files.isDirectory(file)) {
      throw new UsageException("There is no file %s.".formatted(file));
    }
    try {
      return TerraformJson.read(file).facts();
    } catch (UnreadableTerraform | UncheckedIOException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static Terminal terminal() {
    return Terminal.detect();
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
