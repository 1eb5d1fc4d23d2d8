package dev.atoll.facts;

/**
 * The identity of a thing: a resource address, an id or an ARN. A reader uses one key per thing and
 * resolves aliases itself, so two facts speak of the same thing exactly when their references are
 * equal.
 *
 * @param key the address, id or ARN
 */
public record Ref(String key) {
  @Override
  public String toString() {
    return key;
  }
}
