package dev.atoll.conformance.read.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Values as people write them, in YAML, as the JSON that Helm makes of them: anchors and merge keys
 * followed, of the words of YAML 1.1 {@code yes}, {@code on} and their like true or false.
 *
 * @see <a href="https://pkg.go.dev/sigs.k8s.io/yaml">what Helm reads them with</a>
 */
final class YamlValues {

  private static final ObjectMapper JSON = new ObjectMapper();

  private YamlValues() {}

  /** The text in JSON; what is no mapping in YAML stays as it is, for whoever wants to say so. */
  static String inJson(String text) {
    // What encoders write is JSON already, and needs no second look.
    return text.stripLeading().startsWith("{") ? text : mapping(text).orElse(text);
  }

  private static Optional<String> mapping(String text) {
    try {
      Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return document == null
          ? Optional.of("{}")
          : document instanceof Map<?, ?> ? Optional.of(written(document)) : Optional.empty();
    } catch (YAMLException | JsonProcessingException noYaml) {
      return Optional.empty();
    }
  }

  private static String written(Object document) throws JsonProcessingException {
    return JSON.writeValueAsString(plain(document));
  }

  /** Keys of JSON are texts. */
  private static Object plain(Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((key, value) -> members.put(String.valueOf(key), plain(value)));
      return members;
    }
    return node instanceof List<?> list ? list.stream().map(YamlValues::plain).toList() : node;
  }
}
