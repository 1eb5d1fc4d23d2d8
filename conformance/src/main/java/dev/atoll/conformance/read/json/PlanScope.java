package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.conformance.read.term.Scope;
import dev.atoll.conformance.read.term.Term;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of one module of a plan. */
final class PlanScope implements Scope {

  private static final Pattern MODULE =
      Pattern.compile("module\\.([A-Za-z0-9_-]+)((?:\\[(?:\\d+|\"[^\"]*\")])?)\\.");

  private final JsonNode module;
  private final String prefix;
  private final Optional<PlanScope> parent;
  private final JsonNode given;
  private final JsonNode index;
  private final Map<String, PlanScope> children = new HashMap<>();
  private final Map<String, JsonNode> resources = new HashMap<>();

  private PlanScope(
      JsonNode module, String prefix, Optional<PlanScope> parent, JsonNode given, JsonNode index) {
    this.module = module;
    this.prefix = prefix;
    this.parent = parent;
    this.given = given;
    this.index = index;
  }

  /** The root module. */
  static PlanScope root(JsonNode document) {
    return new PlanScope(
            document.path("configuration").path("root_module"),
            "",
            Optional.empty(),
            document.path("variables"),
            document.path("none"))
        .indexed();
  }

  private PlanScope indexed() {
    for (JsonNode resource : module.path("resources")) {
      resources.put(resource.path("address").asText(), resource);
    }
    return this;
  }

  /** The module of the resource with that address. */
  PlanScope in(String address) {
    PlanScope scope = this;
    Matcher next = MODULE.matcher(address);
    int at = 0;
    while (next.find(at) && next.start() == at) {
      scope = scope.child(next.group(1) + next.group(2));
      at = next.end();
    }
    return scope;
  }

  /** The same names in an instance with that key. */
  PlanScope of(JsonNode key) {
    return key.isMissingNode() ? this : new PlanScope(module, prefix, parent, given, key);
  }

  /** The configuration of the resource of which that is an instance. */
  JsonNode resource(JsonNode instance) {
    String data = instance.path("mode").asText().equals("data") ? "data." : "";
    String address = data + instance.path("type").asText() + "." + instance.path("name").asText();
    return resources.getOrDefault(address, module.path("none"));
  }

  private PlanScope child(String call) {
    return children.computeIfAbsent(
        call,
        key -> {
          JsonNode found = module.path("module_calls").path(key.replaceFirst("\\[.*", ""));
          return new PlanScope(
                  found.path("module"),
                  prefix + "module." + key + ".",
                  Optional.of(this),
                  found.path("expressions"),
                  index)
              .indexed();
        });
  }

  @Override
  public Term local(String name) {
    return new Term.Unknown("a plan does not carry local." + name);
  }

  @Override
  public Term variable(String name) {
    if (parent.isEmpty()) {
      return given.has(name)
          ? Json.plain(given.path(name).path("value"))
          : new Term.Unknown("the plan does not carry var." + name);
    }
    if (given.has(name)) {
      return PlanExpressions.read(given.get(name), parent.get());
    }
    JsonNode declared = module.path("variables").path(name);
    return declared.has("default")
        ? Json.plain(declared.get("default"))
        : new Term.Unknown("the plan does not carry var." + name);
  }

  @Override
  public Term output(String call, String name) {
    PlanScope child = child(call);
    JsonNode output = child.module.path("outputs").path(name).path("expression");
    return output.isMissingNode()
        ? new Term.Unknown("module." + call + " has no output " + name)
        : PlanExpressions.read(output, child);
  }

  @Override
  public Term instance(String name) {
    if (name.equals("count.index") && index.isNumber()) {
      return new Term.Literal(new BigDecimal(index.asText()));
    }
    return name.equals("each.key") && index.isTextual()
        ? Term.text(index.textValue())
        : new Term.Unknown("a plan does not carry " + name);
  }

  @Override
  public String address(String written) {
    return prefix + written;
  }
}
