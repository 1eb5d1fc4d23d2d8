package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.configuration.Expression.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every text of a configuration in JSON syntax as it is written. */
public final class ConfigurationExpressions {

  private static final List<String> BLOCKS = List.of("variable", "provider", "output", "module");
  private static final Pattern TEMPLATE = Pattern.compile("(?<![$%])[$%]\\{");
  private static final Pattern ONLY_REFERENCE =
      Pattern.compile("\\$\\{[A-Za-z_][\\w-]*(?:\\.[\\w-]+|\\[(?:\\d+|\"[^\"]*\")])*}");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<![\\w.\"-])[A-Za-z_][\\w-]*(?:\\.[\\w-]+|\\[(?:\\d+|\"[^\"]*\")])+");
  private static final Pattern CALL = Pattern.compile("(?<![\\w.])([a-z][a-z0-9_]*)\\(");

  private final String file;
  private final List<Expression> expressions = new ArrayList<>();

  private ConfigurationExpressions(String file) {
    this.file = file;
  }

  /** The texts of a document; the name is shown in the places of facts. */
  public static List<Expression> read(JsonNode document, String file) {
    ConfigurationExpressions reader = new ConfigurationExpressions(file);
    reader.typed(document.path("resource"), "");
    reader.typed(document.path("data"), "data.");
    for (String block : BLOCKS) {
      reader.named(document.path(block), block + ".");
    }
    reader.named(document.path("locals"), "local.");
    return reader.expressions;
  }

  private void typed(JsonNode types, String prefix) {
    for (JsonNode block : Json.blocks(types)) {
      for (Map.Entry<String, JsonNode> type : block.properties()) {
        named(type.getValue(), prefix + type.getKey() + ".");
      }
    }
  }

  private void named(JsonNode things, String prefix) {
    for (JsonNode block : Json.blocks(things)) {
      for (Map.Entry<String, JsonNode> thing : block.properties()) {
        if (!thing.getKey().equals("//")) {
          walk(prefix + thing.getKey(), "", thing.getValue());
        }
      }
    }
  }

  private void walk(String address, String path, JsonNode node) {
    if (node.isTextual()) {
      expressions.add(expression(address, path, node.textValue(), file));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(address, path + "[" + i + "]", node.get(i));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getKey().equals("//")) {
        walk(
            address,
            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
            member.getValue());
      }
    }
  }

  /**
   * A text that stands in a configuration.
   *
   * @param address what it is written in
   * @param path where in that
   * @param text the text, with its templates marked as JSON syntax marks them
   * @param file where the file is, or the place in it
   */
  public static Expression expression(String address, String path, String text, String file) {
    Source at = new Source(Origin.CONFIGURATION, address + " (" + file + ")");
    Ref ref = new Ref(address);
    if (!TEMPLATE.matcher(text).find()) {
      return new Expression(at, ref, path, Form.LITERAL, text, List.of(), List.of());
    }
    Form form = ONLY_REFERENCE.matcher(text).matches() ? Form.REFERENCE : Form.FUNCTION;
    return new Expression(at, ref, path, form, text, all(REFERENCE, text, 0), all(CALL, text, 1));
  }

  private static List<String> all(Pattern pattern, String text, int group) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(group));
    }
    return found;
  }
}
