package dev.atoll.conformance.read.helm;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a release as texts of JSON in the order in which Helm merges them. What {@code set}
 * says comes last; in version 2 of the provider it is a block, in version 3 a list.
 */
final class ReleaseValues {

  /** What is not shown, or not read. */
  private static final List<String> UNREAD = List.of("set_sensitive", "set_wo", "set_list");

  private ReleaseValues() {}

  static Value<List<String>> of(Attributes arguments) {
    for (String name : UNREAD) {
      if (arguments.has(name)) {
        return Value.unknown(name + " of " + arguments.ref() + " is not read");
      }
    }
    return arguments
        .legibles("values")
        .map(texts -> texts.stream().map(YamlValues::inJson).toList())
        .flatMap(texts -> arguments.blocks("set").flatMap(blocks -> with(texts, blocks)));
  }

  private static Value<List<String>> with(List<String> texts, List<Attributes> blocks) {
    Value<List<String>> all = Value.known(texts);
    for (Attributes block : blocks) {
      all =
          all.flatMap(
              before ->
                  block
                      .text("name")
                      .flatMap(name -> block.symbolic("value").flatMap(value -> one(name, value)))
                      .map(text -> append(before, text)));
    }
    return all;
  }

  /** {@code a.b=c} as an object; a dot that belongs to a name is written with a backslash. */
  private static Value<String> one(String name, String value) {
    if (name.matches(".*[\\[\\],={}].*")) {
      return Value.unknown("set of " + name + " is not read");
    }
    List<String> steps = List.of(name.split("(?<!\\\\)\\."));
    String text = scalar(value);
    for (int i = steps.size() - 1; i >= 0; i--) {
      text = "{\"" + steps.get(i).replace("\\.", ".") + "\":" + text + "}";
    }
    return Value.known(text);
  }

  /** Helm takes what looks like a number or a truth value for one. */
  private static String scalar(String value) {
    return value.matches("true|false|null|-?(0|[1-9]\\d*)")
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static List<String> append(List<String> before, String text) {
    List<String> all = new ArrayList<>(before);
    all.add(text);
    return List.copyOf(all);
  }
}
