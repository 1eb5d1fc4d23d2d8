package dev.atoll.facts.secret;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * Something that lets its holder in, and who has it.
 *
 * @param what its name for people: {@code master_password of aws_rds_cluster.coder}
 * @param custody who has it
 */
public record Credential(Source source, Ref ref, String what, Value<Custody> custody)
    implements Fact {

  /** Who has a credential. */
  public enum Custody {
    /** AWS generated it and keeps it in Secrets Manager. */
    MANAGED,
    /** There is none: IAM lets in. */
    IAM,
    /** A write-only argument: it passes through Terraform and stays nowhere. */
    WRITE_ONLY,
    /** Nobody needs one. */
    OPEN,
    /** The Terraform state, although the provider has a way around. */
    STATE,
    /** The Terraform state, and the provider has no way around. */
    STATE_UNAVOIDABLE,
    /** The code, for whoever reads it. */
    CODE
  }
}
