package dev.atoll.itest.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Reads what a command with {@code -json} says, line by line, while it runs.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/internals/machine-readable-ui">Machine-readable
 *     UI</a>
 */
final class MachineOutput implements Consumer<String> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<ResourceEvent> events;
  private final List<Diagnostic> errors = new CopyOnWriteArrayList<>();
  private final List<Diagnostic> warnings = new CopyOnWriteArrayList<>();
  private final List<String> codes = new CopyOnWriteArrayList<>();
  private final List<String> plain = new CopyOnWriteArrayList<>();

  MachineOutput(Consumer<ResourceEvent> events) {
    this.events = events;
  }

  @Override
  public void accept(String line) {
    Optional<JsonNode> message = parse(line);
    if (message.isEmpty()) {
      plain.add(line);
      return;
    }
    JsonNode json = message.get();
    if (json.has("diagnostic")) {
      Diagnostic diagnostic = Diagnostic.of(json.get("diagnostic"));
      (diagnostic.isError() ? errors : warnings).add(diagnostic);
    }
    if (json.has("message_code")) {
      codes.add(json.get("message_code").asText());
    }
    ResourceEvent.of(json).ifPresent(events);
  }

  // A few messages are plain text even with -json, among them those of a command that never began.
  private static Optional<JsonNode> parse(String line) {
    try {
      return line.startsWith("{") ? Optional.of(JSON.readTree(line)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  List<Diagnostic> errors() {
    return List.copyOf(errors);
  }

  List<Diagnostic> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * The step of {@code init} that Terraform has come to, as a message code; empty before the first.
   */
  String step() {
    return codes.isEmpty() ? "" : codes.get(codes.size() - 1);
  }

  /** What was not JSON. */
  String plain() {
    return String.join("\n", plain).strip();
  }
}
