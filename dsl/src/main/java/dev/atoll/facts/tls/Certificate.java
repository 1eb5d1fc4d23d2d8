package dev.atoll.facts.tls;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Set;

/**
 * A certificate of AWS Certificate Manager.
 *
 * @param region where it is; a load balancer uses certificates of its own Region only
 * @param names the names in it, in lower case
 * @param status how far it got; in configuration, what it becomes when applied
 * @param validation how AWS is shown that the names are ours
 * @param validatedBy the names of the CNAME records by which that is shown; ACM chooses them
 */
public record Certificate(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<Set<String>> names,
    Value<Status> status,
    Value<Validation> validation,
    Value<Set<String>> validatedBy)
    implements Fact {

  /**
   * The statuses of ACM that differ in what they mean for a load balancer.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html">CertificateDetail</a>
   */
  public enum Status {
    ISSUED,
    /** Nobody has shown yet that the names are ours; after 72 hours it fails. */
    PENDING_VALIDATION,
    /** Expired, failed, inactive, revoked or timed out: nothing can use it. */
    DEAD
  }

  /** Whether somebody has to show that the names are ours before it can be used. */
  public boolean isValidated() {
    return !validation.is(how -> how == Validation.IMPORTED || how == Validation.PRIVATE).isYes();
  }

  /** How AWS is shown that the names are ours. */
  public enum Validation {
    /** By CNAME records; renews itself as long as they are there. */
    DNS,
    /** By a click in an e-mail, at each renewal again. */
    EMAIL,
    /** Not at all: somebody else issued it, and somebody has to renew it. */
    IMPORTED,
    /** Not at all: a private authority of one's own issues it at once. */
    PRIVATE
  }
}
