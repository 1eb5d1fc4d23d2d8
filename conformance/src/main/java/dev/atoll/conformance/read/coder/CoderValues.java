package dev.atoll.conformance.read.coder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.facts.Value;
import dev.atoll.facts.helm.HelmRelease;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of a release of Coder's chart, merged as Helm merges them: objects key by key, all
 * else by the last.
 *
 * @param merged all of them
 */
record CoderValues(JsonNode merged) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of that release; unknown when something in them cannot be read. */
  static Value<CoderValues> of(HelmRelease release) {
    return release
        .values()
        .flatMap(
            texts -> {
              ObjectNode merged = JSON.createObjectNode();
              for (String text : texts) {
                Optional<JsonNode> values = parse(text);
                if (values.isEmpty()) {
                  return Value.unknown(
                      "the values of " + release.ref() + " are no YAML of one mapping");
                }
                merge(merged, values.get());
              }
              return Value.known(new CoderValues(merged));
            });
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  private static void merge(ObjectNode into, JsonNode more) {
    more.properties()
        .forEach(
            entry -> {
              JsonNode before = into.get(entry.getKey());
              if (before instanceof ObjectNode object && entry.getValue().isObject()) {
                merge(object, entry.getValue());
              } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
              }
            });
  }

  Value<Boolean> isProxy() {
    return text("/coder/workspaceProxy").map(text -> text.equals("true"));
  }

  /** How many servers. */
  Value<Integer> replicas() {
    return text("/coder/replicaCount")
        .flatMap(
            text ->
                text.isEmpty()
                    ? Value.known(1)
                    : text.matches("\\d{1,6}")
                        ? Value.known(Integer.valueOf(text))
                        : Value.unknown("coder.replicaCount is " + text));
  }

  /** The image's tag; an empty text for that of the chart's own version. */
  Value<String> tag() {
    return text("/coder/image/tag");
  }

  /** A text in which nothing stands for what is not known. */
  static Value<String> known(JsonNode node) {
    String text = node.asText("");
    return text.contains("${")
        ? Value.unknown("the values do not say what " + text + " is")
        : Value.known(text);
  }

  Value<String> repository() {
    return text("/coder/image/repo").map(text -> text.isEmpty() ? "ghcr.io/coder/coder" : text);
  }

  /** A variable whose value is written down; an empty text when there is none. */
  Value<String> variable(String name) {
    return openVariables()
        .map(open -> Value.<String>unknown("whether %s is in %s".formatted(name, open)))
        .orElseGet(() -> known(node(name).path("value")));
  }

  /** The Secret that a variable comes from. */
  Optional<String> secretOf(String name) {
    return Optional.of(node(name).at("/valueFrom/secretKeyRef/name").asText(""))
        .filter(secret -> !secret.isEmpty());
  }

  private JsonNode node(String variable) {
    List<JsonNode> found =
        at("/coder/env").findParents("name").stream()
            .filter(each -> each.path("name").asText().equals(variable))
            .toList();
    return found.isEmpty() ? MissingNode.getInstance() : found.get(found.size() - 1);
  }

  /** A text, empty when it is not set; unknown when what it is in is not known. */
  Value<String> text(String pointer) {
    return open(pointer)
        .map(open -> Value.<String>unknown("the values do not say what " + open + " is"))
        .orElseGet(() -> known(at(pointer)));
  }

  /** What stands there, or around it, for something that is not known. */
  Optional<String> open(String pointer) {
    for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      String text = at(pointer.substring(0, end)).asText("");
      if (text.startsWith("${")) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** What stands for something unknown among the variables, or for all of them. */
  Optional<String> openVariables() {
    return Stream.concat(
            Stream.of("/coder/env"),
            IntStream.range(0, at("/coder/env").size()).mapToObj(index -> "/coder/env/" + index))
        .flatMap(each -> open(each).stream())
        .findFirst();
  }

  JsonNode at(String pointer) {
    return merged.at(pointer);
  }
}
