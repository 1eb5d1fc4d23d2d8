package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reads {@code terraform show -json} of a plan: what is planned, and for what is known only after
 * apply the expression of the configuration.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output
 *     format</a>
 */
public final class PlanJson {

  private static final Pattern RESOURCE =
      Pattern.compile("^(data\\.)?[a-z][a-z0-9]*(_[a-z0-9]+)+\\.[A-Za-z_][\\w-]*");

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
      JsonNode expressions = provider.getValue().path("expressions");
      regions.put(
          provider.getKey(),
          expressions.has("region")
              ? PlanExpressions.region(expressions.path("region"), scope)
              : ProviderRegion.of(PlanExpressions.block(expressions, scope)));
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
        requirements(),
        Optional.of(StateJson.read(document.path("prior_state"), file)));
  }

  private List<Root.Requirement> requirements() {
    Map<String, Root.Requirement> bySource = new LinkedHashMap<>();
    for (JsonNode provider : document.path("configuration").path("provider_config")) {
      String source = provider.path("full_name").asText();
      String version = provider.path("version_constraint").asText("");
      if (!version.isEmpty() || !bySource.containsKey(source)) {
        bySource.put(source, new Root.Requirement(source, version, "provider " + source));
      }
    }
    return List.copyOf(bySource.values());
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
              PlanExpressions.read(output.getValue().path("expression"), scope),
              Optional.empty()));
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
                dependencies(configured)),
            file));
  }

  /** What a resource depends on and refers to: values that are known do not tell any more. */
  private static JsonNode dependencies(JsonNode configured) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    configured.path("depends_on").forEach(all::add);
    if (configured.path("mode").asText().equals("managed")) {
      configured.path("expressions").findValues("references").stream()
          .flatMap(references -> StreamSupport.stream(references.spliterator(), false))
          .map(reference -> RESOURCE.matcher(reference.asText()))
          .filter(Matcher::find)
          .map(Matcher::group)
          .distinct()
          .forEach(all::add);
    }
    return all;
  }
}
