package dev.atoll.itest.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.itest.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A folder with a Terraform configuration, and the commands on it. Each runs once: nothing is
 * retried.
 *
 * <p>Every command throws {@link TerraformException} when Terraform reports errors, and {@link
 * dev.atoll.itest.process.CommandException} when it takes longer than the limit or its thread is
 * interrupted; it is asked to stop then, so that it writes its state, and killed half a minute
 * later.
 *
 * @param terraform the program
 * @param folder absolute
 * @param environment added to what a command sees, such as {@code TF_VAR_region} or credentials;
 *     nothing of this process's own credentials and TF variables is passed on
 * @param limit how long one command may take
 * @param events hears what happens to resources, while it happens
 */
public record WorkingDirectory(
    Terraform terraform,
    Path folder,
    Map<String, String> environment,
    Duration limit,
    Consumer<ResourceEvent> events) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the environment. */
  public WorkingDirectory {
    environment = Map.copyOf(environment);
  }

  /** The same, with this environment added. */
  public WorkingDirectory environment(Map<String, String> added) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(added);
    return new WorkingDirectory(terraform, folder, all, limit, events);
  }

  /** The same, with this limit for each command. */
  public WorkingDirectory limit(Duration other) {
    return new WorkingDirectory(terraform, folder, environment, other, events);
  }

  /** The same, with this listener. */
  public WorkingDirectory onEvent(Consumer<ResourceEvent> listener) {
    return new WorkingDirectory(terraform, folder, environment, limit, listener);
  }

  /**
   * Writes a file of the configuration.
   *
   * @param name relative to the folder
   * @param content all of it
   */
  public void write(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Installs providers and initializes the backend.
   *
   * @throws InitException saying which provider is missing, or that it is the backend
   */
  public void init() {
    initialize("init", "-json");
  }

  /**
   * Installs providers and leaves the backend alone, for which credentials may be missing.
   *
   * @throws InitException saying which provider is missing
   */
  public void initProviders() {
    initialize("init", "-json", "-backend=false");
  }

  private void initialize(String... arguments) {
    MachineOutput output = new MachineOutput(events);
    if (run(output, arguments) != 0) {
      if (output.errors().isEmpty()) {
        throw failure("init", output);
      }
      throw InitException.of(output.errors(), output.step());
    }
  }

  /**
   * Checks the configuration without looking at state or APIs.
   *
   * @return warnings
   */
  public List<Diagnostic> validate() {
    List<Diagnostic> errors = new ArrayList<>();
    List<Diagnostic> warnings = new ArrayList<>();
    for (JsonNode json : read("validate", "-json").path("diagnostics")) {
      Diagnostic diagnostic = Diagnostic.of(json);
      (diagnostic.isError() ? errors : warnings).add(diagnostic);
    }
    if (!errors.isEmpty()) {
      throw new TerraformException("terraform validate failed in " + folder, errors);
    }
    return warnings;
  }

  /**
   * Plans.
   *
   * @param out where the plan is written
   * @return whether it has changes, by {@code -detailed-exitcode}
   */
  public boolean plan(Path out) {
    MachineOutput output = new MachineOutput(events);
    int exit = run(output, "plan", "-json", "-detailed-exitcode", "-out=" + out.toAbsolutePath());
    if (exit != 0 && exit != 2) {
      throw failure("plan", output);
    }
    return exit == 2;
  }

  /** Plans and applies in one go. */
  public void apply() {
    succeed("apply", "-json", "-auto-approve");
  }

  /** The same for what the configuration changed: the state is believed, nothing is asked again. */
  public void applyToState() {
    succeed("apply", "-json", "-auto-approve", "-refresh=false");
  }

  /** Applies exactly this plan. */
  public void apply(Path plan) {
    succeed("apply", "-json", plan.toAbsolutePath().toString());
  }

  /** Destroys everything in the state. */
  public void destroy() {
    succeed("destroy", "-json", "-auto-approve");
  }

  /**
   * Starts a command that speaks with the person at this terminal itself: it has our standard input
   * and output, asks what it has to ask, and hears Ctrl-C as we do. Unlike the other commands it is
   * neither limited in time nor ended with us, so that what it does gets into its state. Whoever
   * calls this waits for it.
   */
  public Process atTerminal(List<String> words) {
    Map<String, String> asking = Map.of("TF_INPUT", "1", "TF_IN_AUTOMATION", "");
    Command command = environment(asking).command(words);
    ProcessBuilder builder =
        new ProcessBuilder(command.words()).directory(folder.toFile()).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("terraform cannot be started in " + folder, e);
    }
  }

  /** The plan as {@code terraform show -json} has it. */
  public JsonNode showPlan(Path plan) {
    return read("show", "-json", plan.toAbsolutePath().toString());
  }

  /** The state as {@code terraform show -json} has it. */
  public JsonNode showState() {
    return read("show", "-json");
  }

  /** The schemas of all providers of this configuration. */
  public JsonNode providersSchema() {
    return read("providers", "schema", "-json");
  }

  /** Terraform's version and, after {@link #init}, those of the providers it chose. */
  public JsonNode versions() {
    return read("version", "-json");
  }

  private void succeed(String... arguments) {
    MachineOutput output = new MachineOutput(events);
    if (run(output, arguments) != 0) {
      throw failure(arguments[0], output);
    }
  }

  private int run(MachineOutput output, String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add(1, "-input=false");
    words.add(1, "-no-color");
    return command(words).run(output, limit);
  }

  // Into a file first: schemas and states are large.
  private JsonNode read(String... arguments) {
    List<String> errors = new CopyOnWriteArrayList<>();
    try {
      Path file = Files.createTempFile(folder.resolve(".atoll"), arguments[0], ".json");
      try {
        int exit = command(List.of(arguments)).runInto(file, errors::add, limit);
        JsonNode json = JSON.readTree(file.toFile());
        // validate says with JSON what is wrong and fails as well.
        if (json.isMissingNode() || (exit != 0 && !json.has("diagnostics"))) {
          throw new TerraformException(
              "terraform %s failed in %s: %s"
                  .formatted(arguments[0], folder, String.join("\n", errors).strip()),
              List.of());
        }
        return json;
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "terraform " + arguments[0] + " in " + folder + ": " + String.join("\n", errors), e);
    }
  }

  private Command command(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    words.add(0, terraform.program().toString());
    return new Command(
        words,
        folder,
        CommandEnvironment.of(
            System.getenv(), new CliConfiguration(folder.resolve(".atoll")), environment));
  }

  private TerraformException failure(String command, MachineOutput output) {
    String plain = output.errors().isEmpty() ? ": " + output.plain() : "";
    return new TerraformException(
        "terraform " + command + " failed in " + folder + plain, output.errors());
  }
}
