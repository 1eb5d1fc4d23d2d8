package dev.atoll.facts.model;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * A name that the model gives to something, subject to the naming rules of who has to accept it.
 *
 * @param of what is named
 * @param text the name
 */
public record Name(Source source, Ref ref, Of of, String text) implements Fact {

  /** What is named. */
  public enum Of {
    TOPOLOGY,
    EKS_CLUSTER,
    S3_BUCKET,
    DOMAIN,
    REGION
  }
}
