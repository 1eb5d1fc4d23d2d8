package dev.atoll.conformance.read;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.state.StateBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Facts as text, without their source: what two listings of one root must have in common. */
final class Flat {

  private Flat() {}

  /**
   * Kind and reference of every fact, with its attributes. Only configuration has backend and
   * texts.
   */
  static Map<String, Map<String, String>> of(Facts facts) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (Fact fact : facts.everything()) {
      if (!(fact instanceof StateBackend) && !(fact instanceof Expression)) {
        String key = fact.getClass().getSimpleName() + " " + fact.ref();
        if (all.put(key, attributes(fact)) != null) {
          throw new AssertionError("two facts say the same: " + key);
        }
      }
    }
    return all;
  }

  static boolean unknown(String value) {
    return value.startsWith("unknown (");
  }

  private static Map<String, String> attributes(Fact fact) {
    Map<String, String> attributes = new TreeMap<>();
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(fact);
        if (!(value instanceof Source)) {
          attributes.put(component.getName(), show(value));
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new LinkageError("a record hides " + component, e);
      }
    }
    return attributes;
  }

  private static String show(Object value) {
    return value instanceof Value<?> some ? some.map(Flat::ordered).show() : value.toString();
  }

  private static String ordered(Object value) {
    return value instanceof Set<?> set
        ? new TreeSet<>(set.stream().map(Object::toString).toList()).toString()
        : value.toString();
  }
}
