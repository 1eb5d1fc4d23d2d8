package dev.atoll.stacks.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement that allows something. Immutable. Texts may be literal, expressions or templates.
 *
 * @param principals who, in a trust policy: the kind of principal and its name; else empty
 * @param actions what
 * @param resources on what; empty in a trust policy
 * @param conditions under which conditions
 */
public record PolicyStatement(
    Map<String, Object> principals,
    List<String> actions,
    List<Object> resources,
    List<Condition> conditions) {

  /**
   * A condition.
   *
   * @param operator such as {@code StringEquals}
   * @param key literal or template
   * @param values one of them is enough
   */
  public record Condition(String operator, Object key, List<Object> values) {

    public Condition {
      values = List.copyOf(values);
    }
  }

  public PolicyStatement {
    principals = Map.copyOf(principals);
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /** Allows these actions, for now on nothing. */
  public static PolicyStatement allow(String... actions) {
    return new PolicyStatement(Map.of(), List.of(actions), List.of(), List.of());
  }

  /** The same, to that principal. */
  public PolicyStatement to(String kind, Object principal) {
    return new PolicyStatement(Map.of(kind, principal), actions, resources, conditions);
  }

  /** The same, on these resources. */
  public PolicyStatement on(Object... those) {
    return new PolicyStatement(principals, actions, List.of(those), conditions);
  }

  /** The same, under one more condition. */
  public PolicyStatement when(String operator, Object key, Object... values) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(new Condition(operator, key, List.of(values)));
    return new PolicyStatement(principals, actions, resources, more);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Effect", "Allow");
    if (!principals.isEmpty()) {
      json.put("Principal", principals);
    }
    json.put("Action", single(actions));
    if (!resources.isEmpty()) {
      json.put("Resource", single(resources));
    }
    if (!conditions.isEmpty()) {
      Map<String, Map<Object, Object>> byOperator = new LinkedHashMap<>();
      for (Condition condition : conditions) {
        byOperator
            .computeIfAbsent(condition.operator(), operator -> new LinkedHashMap<>())
            .put(condition.key(), single(condition.values()));
      }
      json.put("Condition", byOperator);
    }
    return json;
  }

  /** AWS gives a list of one back as a text; written so, nothing differs. */
  private static Object single(List<?> values) {
    return values.size() == 1 ? values.get(0) : values;
  }
}
