package dev.atoll.facts;

/**
 * Where a fact comes from, precise enough that a person finds the place.
 *
 * @param origin what was read
 * @param place the builder call with file:line, the resource address, or the ARN or id with its
 *     region
 */
public record Source(Origin origin, String place) {
  @Override
  public String toString() {
    return place;
  }
}
