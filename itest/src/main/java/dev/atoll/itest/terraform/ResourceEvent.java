package dev.atoll.itest.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Something happens to a resource, while it happens.
 *
 * @param address the resource, such as {@code aws_vpc.ohio}
 * @param action {@code create}, {@code update}, {@code delete}, {@code read} …
 * @param stage how far it is
 * @param elapsedSeconds since the action began; 0 until Terraform says
 */
public record ResourceEvent(String address, String action, Stage stage, int elapsedSeconds) {

  /** How far an action is. */
  public enum Stage {
    /** A plan has it. */
    PLANNED,
    /** It begins. */
    STARTED,
    /** It goes on; said every ten seconds. */
    RUNNING,
    /** It is done. */
    COMPLETE,
    /** It failed. */
    FAILED
  }

  private static final Map<String, Stage> STAGES =
      Map.of(
          "planned_change", Stage.PLANNED,
          "apply_start", Stage.STARTED,
          "apply_progress", Stage.RUNNING,
          "apply_complete", Stage.COMPLETE,
          "apply_errored", Stage.FAILED);

  static Optional<ResourceEvent> of(JsonNode message) {
    return Optional.ofNullable(STAGES.get(message.path("type").asText()))
        .map(
            stage -> {
              JsonNode body = message.path(stage == Stage.PLANNED ? "change" : "hook");
              return new ResourceEvent(
                  body.path("resource").path("addr").asText(),
                  body.path("action").asText(),
                  stage,
                  body.path("elapsed_seconds").asInt());
            });
  }
}
