package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code terraform show -json} of a plan: what is planned, and for what is known only after
 * apply the expression of the configuration.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output
 *     format</a>
 */
public final class PlanJson {

  private final JsonNode document;
  private final String file;
  private final PlanScope scope;
  private final Map<String, JsonNode> unknown = new HashMap<>();
  private final List<Resource> resources = new ArrayList<>();

  private PlanJson(JsonNode document, String file) {
    this.document = document;
    this.file = file;
    this.scope = PlanScope.root(document);
    for (JsonNode change : document.path("resource_changes")) {
      unknown.put(change.path("address").asText(), change.path("change").path("after_unknown"));
    }
  }

  /** The root that such a document shows. */
  public static Root read(JsonNode document, String file) {
    return new PlanJson(document, file).root();
  }

  private Root root() {
    StateJson.each(
        document.path("prior_state").path("values").path("root_module"),
        node -> {
          if (node.path("mode").asText().equals("data")) {
            add(node);
          }
        });
    StateJson.each(document.path("planned_values").path("root_module"), this::add);
    Map<String, Term> regions = new HashMap<>();
    for (Map.Entry<String, JsonNode> provider :
        document.path("configuration").path("provider_config").properties()) {
      JsonNode region = provider.getValue().path("expressions").path("region");
      regions.put(provider.getKey(), PlanExpressions.region(region, scope));
    }
    return new Root(
        Origin.PLAN,
        resources,
        regions,
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        outputs(),
        Optional.of(StateJson.read(document.path("prior_state"), file)));
  }

  /** What the configuration says of outputs; where it is text, with what it refers to. */
  private List<Root.Output> outputs() {
    List<Root.Output> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> output :
        document.path("configuration").path("root_module").path("outputs").properties()) {
      all.add(
          new Root.Output(
              output.getKey(),
              output.getValue().path("sensitive").asBoolean(),
              PlanExpressions.read(output.getValue().path("expression"), scope)));
    }
    return all;
  }

  private void add(JsonNode node) {
    String address = node.path("address").asText();
    PlanScope module = scope.in(address);
    JsonNode configured = module.resource(node);
    Term arguments =
        Merge.planned(
            node.path("values"),
            unknown.getOrDefault(address, MissingNode.getInstance()),
            PlanExpressions.block(configured.path("expressions"), module.of(node.path("index"))));
    resources.add(
        StateJson.resource(
            node,
            configured.path("provider_config_key").asText(""),
            Json.after(
                arguments instanceof Term.ObjectOf object ? object : new Term.ObjectOf(Map.of()),
                configured.path("depends_on")),
            file));
  }
}
