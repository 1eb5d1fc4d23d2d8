package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads configuration in Terraform's JSON syntax, such as the {@code cdk.tf.json} that CDKTF
 * writes.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON configuration
 *     syntax</a>
 */
public final class ConfigurationJson {

  private static final Set<String> META =
      Set.of("//", "count", "for_each", "provider", "lifecycle", "dynamic");

  private final JsonNode document;
  private final String file;
  private final ConfigurationScope scope;
  private final List<Resource> resources = new ArrayList<>();
  private final Map<String, String> uncounted = new HashMap<>();

  private ConfigurationJson(JsonNode document, String file) {
    this.document = document;
    this.file = file;
    this.scope = new ConfigurationScope(document);
  }

  /** The root that such a document describes. */
  public static Root read(JsonNode document, String file) {
    return new ConfigurationJson(document, file).root();
  }

  private Root root() {
    resources(document.path("resource"), false);
    resources(document.path("data"), true);
    List<String> modules = new ArrayList<>();
    for (JsonNode block : Json.blocks(document.path("module"))) {
      block.fieldNames().forEachRemaining(name -> modules.add("module." + name));
    }
    modules.remove("module.//");
    return new Root(
        Origin.CONFIGURATION,
        resources,
        regions(),
        backends(),
        outputs(),
        uncounted,
        modules,
        shown(),
        requirements(),
        Optional.empty());
  }

  private void resources(JsonNode kind, boolean data) {
    for (JsonNode types : Json.blocks(kind)) {
      for (Map.Entry<String, JsonNode> type : types.properties()) {
        for (JsonNode names : Json.blocks(type.getValue())) {
          for (Map.Entry<String, JsonNode> name : names.properties()) {
            Json.blocks(name.getValue())
                .forEach(body -> instances(type.getKey(), name.getKey(), body, data));
          }
        }
      }
    }
  }

  private void instances(String type, String name, JsonNode body, boolean data) {
    String address = (data ? "data." : "") + type + "." + name;
    if (body.hasNonNull("count")) {
      Term count = Json.template(body.get("count"), scope);
      if (count.asText().filter(text -> text.matches("\\d{1,5}")).isEmpty()) {
        uncounted.put(type, address);
        return;
      }
      for (int i = 0; i < Integer.parseInt(count.asText().get()); i++) {
        Map<String, Term> instance = Map.of("count.index", new Term.Literal(BigDecimal.valueOf(i)));
        add(address + "[" + i + "]", type, body, data, instance);
      }
    } else if (body.hasNonNull("for_each")) {
      if (!(Json.template(body.get("for_each"), scope) instanceof Term.ObjectOf each)) {
        uncounted.put(type, address);
        return;
      }
      for (String key : each.members().keySet().stream().sorted().toList()) {
        Map<String, Term> instance =
            Map.of("each.key", Term.text(key), "each.value", each.member(key));
        add(address + "[\"" + key + "\"]", type, body, data, instance);
      }
    } else {
      add(address, type, body, data, Map.of());
    }
  }

  private void add(
      String address, String type, JsonNode body, boolean data, Map<String, Term> instance) {
    Map<String, Term> arguments = new HashMap<>();
    for (Map.Entry<String, JsonNode> argument : body.properties()) {
      Term value = Json.template(argument.getValue(), scope.of(instance));
      if (!META.contains(argument.getKey()) && !(value instanceof Term.Absent)) {
        arguments.put(argument.getKey(), value);
      }
    }
    for (JsonNode dynamic : Json.blocks(body.path("dynamic"))) {
      dynamic
          .fieldNames()
          .forEachRemaining(
              name ->
                  arguments.put(
                      name, new Term.Unknown("the dynamic block " + name + " of " + address)));
    }
    String provider = body.path("provider").asText(type.replaceFirst("_.*", ""));
    resources.add(
        new Resource(
            address,
            data,
            type,
            provider.replaceAll("[${}]", ""),
            new Term.ObjectOf(arguments),
            file));
  }

  private List<Root.Output> shown() {
    List<Root.Output> all = new ArrayList<>();
    for (JsonNode outputs : Json.blocks(document.path("output"))) {
      for (Map.Entry<String, JsonNode> output : outputs.properties()) {
        for (JsonNode body : Json.blocks(output.getValue())) {
          all.add(
              new Root.Output(
                  output.getKey(),
                  body.path("sensitive").asBoolean(),
                  Json.template(body.path("value"), scope),
                  Optional.of(file)));
        }
      }
    }
    return all;
  }

  private Map<String, Term> regions() {
    Map<String, Term> regions = new HashMap<>();
    for (JsonNode providers : Json.blocks(document.path("provider"))) {
      for (Map.Entry<String, JsonNode> provider : providers.properties()) {
        for (JsonNode body : Json.blocks(provider.getValue())) {
          String alias = body.path("alias").asText("");
          regions.put(
              provider.getKey() + (alias.isEmpty() ? "" : "." + alias),
              ProviderRegion.of(Json.template(body, scope)));
        }
      }
    }
    return regions;
  }

  private List<Root.Requirement> requirements() {
    List<Root.Requirement> requirements = new ArrayList<>();
    for (JsonNode terraform : Json.blocks(document.path("terraform"))) {
      for (JsonNode block : Json.blocks(terraform.path("required_providers"))) {
        for (Map.Entry<String, JsonNode> provider : block.properties()) {
          // Before Terraform 0.13 a requirement was the constraint alone.
          JsonNode said = provider.getValue();
          requirements.add(
              new Root.Requirement(
                  said.path("source").asText("hashicorp/" + provider.getKey()),
                  said.isTextual() ? said.textValue() : said.path("version").asText(""),
                  "terraform.required_providers.%s (%s)".formatted(provider.getKey(), file)));
        }
      }
    }
    return requirements;
  }

  private List<Root.Backend> backends() {
    List<Root.Backend> backends = new ArrayList<>();
    for (JsonNode terraform : Json.blocks(document.path("terraform"))) {
      for (JsonNode block : Json.blocks(terraform.path("backend"))) {
        for (Map.Entry<String, JsonNode> backend : block.properties()) {
          backends.add(new Root.Backend(backend.getKey(), Json.object(backend.getValue()), file));
        }
      }
    }
    return backends;
  }

  private Map<String, Term> outputs() {
    Map<String, Term> outputs = new HashMap<>();
    for (JsonNode block : Json.blocks(document.path("output"))) {
      for (Map.Entry<String, JsonNode> output : block.properties()) {
        for (JsonNode body : Json.blocks(output.getValue())) {
          outputs.put(output.getKey(), Json.template(body.path("value"), scope));
        }
      }
    }
    return outputs;
  }
}
