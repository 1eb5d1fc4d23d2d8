package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.analysis.secrets.Secrets;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Variables that are called like a secret, and where their value is written. The value itself is
 * looked at and never kept.
 */
public final class Variables {

  private static final String ELSEWHERE =
      "its value comes from an environment variable, a tfvars file or a prompt, and was not read";

  private final Origin origin;
  private final List<Credential> credentials = new ArrayList<>();

  private Variables(Origin origin) {
    this.origin = origin;
  }

  /** Those of configuration in JSON syntax. */
  public static List<Credential> ofConfiguration(JsonNode document) {
    Variables variables = new Variables(Origin.CONFIGURATION);
    for (JsonNode block : Json.blocks(document.path("variable"))) {
      for (Map.Entry<String, JsonNode> variable : block.properties()) {
        Json.blocks(variable.getValue())
            .forEach(body -> variables.declared("", variable.getKey(), body));
      }
    }
    return variables.credentials;
  }

  /** Those of a plan, the modules' included. */
  public static List<Credential> ofPlan(JsonNode document) {
    Variables variables = new Variables(Origin.PLAN);
    variables.module("", document.path("configuration").path("root_module"));
    return variables.credentials;
  }

  private void module(String prefix, JsonNode module) {
    for (Map.Entry<String, JsonNode> variable : module.path("variables").properties()) {
      declared(prefix, variable.getKey(), variable.getValue());
    }
    for (Map.Entry<String, JsonNode> call : module.path("module_calls").properties()) {
      module("%smodule.%s.".formatted(prefix, call.getKey()), call.getValue().path("module"));
    }
  }

  private void declared(String module, String name, JsonNode body) {
    if (!Secrets.isSensitive(name)) {
      return;
    }
    Ref ref = new Ref(module + "variable." + name);
    if (isWritten(body.path("default"))) {
      add(ref, "default of " + ref, Value.known(Custody.CODE));
    } else if (module.isEmpty() && !body.has("default")) {
      // A module's variable without default is an argument of its call.
      add(ref, "value of " + ref, Value.unknown(ELSEWHERE));
    }
  }

  /** Whether there is a value: null, a flag and the empty text are none. */
  public static boolean isWritten(JsonNode value) {
    return value.isContainerNode()
        ? !value.isEmpty()
        : (value.isTextual() || value.isNumber()) && !value.asText().isEmpty();
  }

  private void add(Ref ref, String what, Value<Custody> custody) {
    credentials.add(new Credential(new Source(origin, ref.key()), ref, what, custody));
  }
}
