package dev.atoll.facts.database;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * How a client connects to a database, as the secret or configuration that it reads says.
 *
 * @param cluster the database cluster
 * @param endpoint which of its endpoints
 * @param user the database user
 * @param password what stands for the password
 * @param tls how the server is checked
 * @param signedFor the Region that the client is told to sign IAM tokens for
 */
public record DatabaseConnection(
    Source source,
    Ref ref,
    Value<Ref> cluster,
    Value<Endpoint> endpoint,
    Value<String> user,
    Value<Password> password,
    Value<Tls> tls,
    Value<Region> signedFor)
    implements Fact {

  /** Where a connection ends. */
  public enum Endpoint {
    /** At the writer, whichever instance that is. */
    WRITER,
    /** At one of the readers. */
    READER
  }

  /** What stands for the password. */
  public enum Password {
    /** Nothing: the client signs in with an IAM token. */
    NONE,
    /** A password of its own, percent-encoded. */
    ENCODED,
    /** A password of its own, as it is. */
    RAW,
    /** The master user's password as it was when this was written. */
    MASTER
  }

  /** How the server is checked. */
  public enum Tls {
    /**
     * Certificate and host name: {@code sslmode=verify-full}, or Prisma's {@code sslaccept=strict}.
     */
    VERIFIED,
    /** Encrypted for whoever answers. */
    UNVERIFIED,
    /** In the clear, if the server lets it. */
    OFF
  }
}
