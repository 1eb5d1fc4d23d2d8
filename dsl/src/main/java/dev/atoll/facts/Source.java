package dev.atoll.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a fact comes from, precise enough that a person finds the place.
 *
 * @param origin what was read
 * @param place the builder call with file:line, the resource address, or the ARN or id with its
 *     region
 */
public record Source(Origin origin, String place) {
  private static final Pattern FILE = Pattern.compile("\\(([^()]+?)(?::\\d+)?\\)$");

  /** The folder of the file in brackets at the end of a place; empty when there is none. */
  public Optional<String> folder() {
    Matcher file = FILE.matcher(place);
    return file.find()
        ? Optional.of(file.group(1).substring(0, file.group(1).lastIndexOf('/') + 1))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return place;
  }
}
