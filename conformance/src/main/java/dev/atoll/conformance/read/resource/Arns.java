package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import java.util.Optional;

/** What the attributes of a resource that exists tell about where it is. */
final class Arns {

  private Arns() {}

  /** The name of the Region. */
  static Optional<String> region(Term.ObjectOf attributes) {
    return attributes
        .member("arn")
        .asText()
        .map(arn -> arn.split(":", -1))
        .filter(parts -> parts.length > 5 && !parts[3].isEmpty())
        .map(parts -> parts[3])
        .or(() -> attributes.member("region").asText())
        .or(
            () ->
                attributes
                    .member("availability_zone")
                    .asText()
                    .filter(zone -> zone.matches("[a-z]+(-[a-z]+)+-\\d[a-z]"))
                    .map(zone -> zone.substring(0, zone.length() - 1)));
  }
}
