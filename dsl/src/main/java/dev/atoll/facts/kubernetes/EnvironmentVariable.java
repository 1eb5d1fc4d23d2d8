package dev.atoll.facts.kubernetes;

/**
 * An environment variable of a container.
 *
 * @param name its name
 * @param from where its value comes from
 */
public record EnvironmentVariable(String name, From from) {

  /** Where a value comes from. */
  public sealed interface From {}

  /**
   * It is written down; <code>$(OTHER)</code> in it stands for another variable's value.
   *
   * @param text the value
   */
  public record Literal(String text) implements From {}

  /**
   * A key of a Secret.
   *
   * @param secret the Secret's name, in the pod's namespace
   * @param key the key
   */
  public record SecretKey(String secret, String key) implements From {}

  /**
   * A field of the pod itself, such as {@code status.podIP}.
   *
   * @param path the field
   */
  public record PodField(String path) implements From {}

  /**
   * Anything else.
   *
   * @param text what
   */
  public record Other(String text) implements From {}

  /** Whether its value is written down and is this one. */
  public boolean is(String value) {
    return from instanceof Literal literal && literal.text().equals(value);
  }
}
