package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads {@code terraform show -json} of a state.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output
 *     format</a>
 */
public final class StateJson {

  private StateJson() {}

  /** The root that such a document shows. */
  public static Root read(JsonNode document, String file) {
    List<Resource> resources = new ArrayList<>();
    each(
        document.path("values").path("root_module"),
        node ->
            resources.add(
                resource(
                    node,
                    "",
                    Json.after(Json.object(node.path("values")), node.path("depends_on")),
                    file)));
    return new Root(
        Origin.STATE,
        resources,
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        outputs(document.path("values").path("outputs")),
        List.of(),
        Optional.empty());
  }

  /** Outputs with their values. */
  static List<Root.Output> outputs(JsonNode outputs) {
    List<Root.Output> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> output : outputs.properties()) {
      all.add(
          new Root.Output(
              output.getKey(),
              output.getValue().path("sensitive").asBoolean(),
              Json.plain(output.getValue().path("value")),
              Optional.empty()));
    }
    return all;
  }

  /** Hands over every resource of a module and of its child modules. */
  static void each(JsonNode module, Consumer<JsonNode> resource) {
    module.path("resources").forEach(resource);
    module.path("child_modules").forEach(child -> each(child, resource));
  }

  static Resource resource(JsonNode node, String provider, Term.ObjectOf arguments, String file) {
    return new Resource(
        node.path("address").asText(),
        node.path("mode").asText().equals("data"),
        node.path("type").asText(),
        provider,
        arguments,
        file);
  }
}
