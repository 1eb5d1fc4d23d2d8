package dev.atoll.conformance.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.file.WrittenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads every text in files, whatever they are: values of JSON with their keys, and lines of
 * anything else.
 */
public final class WrittenFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keys that say nothing: the name of such a value stands beside or above it. */
  private static final Set<String> NAMELESS = Set.of("value", "default");

  private static final Pattern ASSIGNMENT =
      Pattern.compile("^[\\s\"'-]*([A-Za-z][\\w.-]*)[\"']?\\s*[:=]\\s*[\"']?(.*?)[\"',;]*$");

  private final String file;
  private final List<WrittenText> texts = new ArrayList<>();

  private WrittenFiles(String file) {
    this.file = file;
  }

  /**
   * The texts of those files.
   *
   * @param folder what their names are relative to
   * @throws UncheckedIOException when one cannot be read
   */
  public static List<WrittenText> read(Path folder, Collection<Path> files) {
    List<WrittenText> all = new ArrayList<>();
    for (Path path : files) {
      try {
        String content = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        all.addAll(texts(folder.relativize(path).toString(), content));
      } catch (IOException e) {
        throw new UncheckedIOException(path + " cannot be read", e);
      }
    }
    return List.copyOf(all);
  }

  /** The texts of one file. */
  static List<WrittenText> texts(String file, String content) {
    WrittenFiles reader = new WrittenFiles(file);
    try {
      JsonNode document = JSON.readTree(content);
      if (document != null && document.isContainerNode()) {
        reader.walk(document, "", "");
        return reader.texts;
      }
    } catch (JsonProcessingException noJson) {
      // Then it is read line by line.
    }
    reader.lines(content);
    return reader.texts;
  }

  private void walk(JsonNode node, String place, String name) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        walk(member.getValue(), place + "/" + member.getKey(), name(node, member.getKey(), name));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), place + "/" + i, name);
      }
    } else if (node.isTextual() || node.isNumber()) {
      add(place, name, node.asText());
    }
  }

  /** What a member is called; {@code name} and {@code value} beside each other name a setting. */
  private static String name(JsonNode owner, String key, String above) {
    if (!NAMELESS.contains(key)) {
      return key;
    }
    return owner.path("name").isTextual() ? owner.path("name").asText() : above;
  }

  private void lines(String content) {
    List<String> lines = content.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher assignment = ASSIGNMENT.matcher(lines.get(i));
      boolean named = assignment.matches();
      add(
          ":" + (i + 1),
          named ? assignment.group(1) : "",
          named ? assignment.group(2) : lines.get(i));
    }
  }

  private void add(String place, String name, String text) {
    Ref ref = new Ref(file + place);
    texts.add(new WrittenText(new Source(Origin.CONFIGURATION, ref.key()), ref, name, text));
  }
}
