package dev.atoll.analysis.networkpolicy;

import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.NetworkPolicy.Expression;
import dev.atoll.facts.kubernetes.NetworkPolicy.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The labels of a pod or a namespace.
 *
 * @param known those that were read
 * @param gap why there may be more; empty when there are none
 */
public record Labels(Map<String, String> known, Optional<String> gap) {

  /** The label that every namespace carries: its own name. */
  public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  public Labels {
    known = Map.copyOf(known);
  }

  /** All the labels there are. */
  public static Labels of(Map<String, String> all) {
    return new Labels(all, Optional.empty());
  }

  /** The labels of a namespace that was read, with the one that Kubernetes adds. */
  public static Labels ofNamespace(String name, Map<String, String> labels) {
    return new Labels(named(name, labels), Optional.empty());
  }

  /** A namespace of which nothing but the name is known. */
  public static Labels ofUnreadNamespace(String name) {
    return new Labels(
        named(name, Map.of()), Optional.of("the labels of namespace " + name + " were not read"));
  }

  private static Map<String, String> named(String name, Map<String, String> labels) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(NAMESPACE_NAME, name);
    return all;
  }

  /**
   * Whether a selector selects what carries these labels: every equality and every expression must
   * hold, and an empty selector selects everything.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Label
   *     selectors</a>
   */
  public Truth match(Selector selector) {
    Truth equalities =
        Truth.all(
            selector.labels().entrySet().stream(),
            entry -> holds(entry.getKey(), value -> value.equals(Optional.of(entry.getValue()))));
    return equalities.and(Truth.all(selector.expressions().stream(), this::holds));
  }

  private Truth holds(Expression expression) {
    return switch (expression.operator()) {
      case "In" ->
          holds(expression.key(), value -> value.filter(expression.values()::contains).isPresent());
      // A label that is not there is in no set of values, so NotIn holds for it.
      case "NotIn" ->
          holds(expression.key(), value -> value.filter(expression.values()::contains).isEmpty());
      case "Exists" -> holds(expression.key(), Optional::isPresent);
      case "DoesNotExist" -> holds(expression.key(), Optional::isEmpty);
      default -> Truth.open("nobody knows the operator " + expression.operator());
    };
  }

  private Truth holds(String key, Predicate<Optional<String>> test) {
    Optional<String> value = Optional.ofNullable(known.get(key));
    return value.isEmpty() && gap.isPresent() ? Truth.open(gap.get()) : Truth.of(test.test(value));
  }
}
