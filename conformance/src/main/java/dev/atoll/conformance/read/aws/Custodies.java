package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Origin;
import dev.atoll.facts.secret.Credential.Custody;

/** Who has a credential that is an ordinary argument: the state always, and often the code. */
final class Custodies {

  private Custodies() {}

  static Custody of(Attributes resource, String argument) {
    return isTyped(resource, argument) ? Custody.CODE : Custody.STATE;
  }

  /** Only configuration tells a text that stands in it from one that came from elsewhere. */
  static boolean isTyped(Attributes resource, String argument) {
    return resource.things().root().origin() == Origin.CONFIGURATION
        && resource.text(argument).asOptional().isPresent();
  }
}
