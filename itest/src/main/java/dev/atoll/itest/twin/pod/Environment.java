package dev.atoll.itest.twin.pod;

import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment of a container as its process sees it.
 *
 * @param values name → value
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/">Dependent
 *     environment variables</a>
 */
public record Environment(Map<String, String> values) {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([^)]+)\\)");

  public Environment {
    values = Map.copyOf(values);
  }

  /**
   * What the container of a pod sees. <code>$(OTHER)</code> stands for a variable that is written
   * down before; of one name the last wins.
   *
   * @param workload what makes the pod
   * @param container the container
   * @param secrets what is in the cluster's Secrets
   * @param podIp the pod's address
   * @throws IllegalArgumentException for a key that no Secret has: the kubelet would not start the
   *     container
   */
  public static Environment of(
      Workload workload, Container container, SecretValues secrets, String podIp) {
    Map<String, String> values = new LinkedHashMap<>();
    for (EnvironmentVariable variable : container.environment()) {
      if (variable.from() instanceof Literal literal) {
        values.put(variable.name(), expanded(literal.text(), values));
      } else if (variable.from() instanceof SecretKey key) {
        values.put(variable.name(), secret(workload.object(), key, secrets));
      } else if (variable.from() instanceof PodField field) {
        podField(field, workload.object(), podIp)
            .ifPresent(value -> values.put(variable.name(), value));
      }
    }
    return new Environment(values);
  }

  private static String expanded(String text, Map<String, String> before) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null
                        ? "$"
                        : before.getOrDefault(found.group(1), found.group())));
  }

  private static String secret(ObjectName workload, SecretKey key, SecretValues secrets) {
    ObjectName secret = new ObjectName(workload.region(), workload.namespace(), key.secret());
    return secrets
        .value(secret, key.key())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s wants the key %s of Secret %s, and it is not there: the container would not start (CreateContainerConfigError)."
                        .formatted(workload, key.key(), secret)));
  }

  private static Optional<String> podField(PodField field, ObjectName workload, String podIp) {
    return switch (field.path()) {
      case "status.podIP", "status.podIPs" -> Optional.of(podIp);
      case "metadata.namespace" -> Optional.of(workload.namespace());
      default -> Optional.empty();
    };
  }

  /** The value of a variable; empty when it is not set, or set to nothing. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * Whether a switch is on, as Go's {@code strconv.ParseBool} reads it.
   *
   * @param otherwise what holds when it is not set
   * @throws IllegalArgumentException when it is neither
   */
  public boolean flag(String name, boolean otherwise) {
    return get(name).map(text -> flag(name, text)).orElse(otherwise);
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> true;
      case "0", "f", "F", "FALSE", "false", "False" -> false;
      default ->
          throw new IllegalArgumentException(
              "%s is \"%s\", which is neither true nor false: the server would not start."
                  .formatted(name, text));
    };
  }
}
