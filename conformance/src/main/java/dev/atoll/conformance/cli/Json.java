package dev.atoll.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The JSON that commands print for other programs. */
final class Json {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  static ObjectNode of(About about) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("id", about.id())
            .put("title", about.title())
            .put("kind", lower(about.kind()))
            .put("severity", lower(about.severity()))
            .put("why", about.why())
            .put("fix", about.fix());
    node.set("sources", texts(about.sources()));
    node.set("evidence", texts(about.wanted().stream().map(Json::lower).toList()));
    about
        .correction()
        .ifPresent(
            correction ->
                node.putObject("correction")
                    .put("documented", correction.documented())
                    .put("holds", correction.holds()));
    return node;
  }

  static ObjectNode of(Finding finding) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("practice", finding.practice().id())
            .put("severity", lower(finding.severity()))
            .put("what", finding.what())
            .put("why", finding.practice().why())
            .put("fix", finding.fix());
    node.set("where", texts(finding.where()));
    node.set("sources", texts(finding.practice().sources()));
    node.set("path", texts(finding.path()));
    return node;
  }

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array(List<ObjectNode> nodes) {
    return NODES.arrayNode().addAll(nodes);
  }

  static String print(JsonNode node) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static List<String> kinds(Collection<EvidenceKind> kinds) {
    return kinds.stream().map(Json::lower).toList();
  }

  private static ArrayNode texts(List<?> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }
}
