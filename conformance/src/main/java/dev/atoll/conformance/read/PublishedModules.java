package dev.atoll.conformance.read;

import dev.atoll.facts.Fact;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.iam.RolePolicy;
import dev.atoll.facts.tls.Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What well-known modules of the registry make, as far as practices look at it: one that makes
 * networks leaves nothing open about certificates.
 *
 * @see <a
 *     href="https://registry.terraform.io/namespaces/terraform-aws-modules">terraform-aws-modules</a>
 */
final class PublishedModules {

  private static final Pattern SOURCE =
      Pattern.compile(".*\\((?:registry\\.terraform\\.io/)?([\\w-]+)/([\\w-]+)/aws(?://.*)?\\)");

  private static final Set<Class<? extends Fact>> ROLES =
      Set.of(Role.class, RolePolicy.class, OidcProvider.class);

  /** By namespace and name; the namespace's own prefix is left out. */
  private static final Map<String, List<Set<Class<? extends Fact>>>> KINDS =
      Map.of(
          "terraform-aws-modules/vpc", List.of(Gaps.network()),
          "terraform-aws-modules/security-group", List.of(Gaps.network()),
          "terraform-aws-modules/eks", List.of(Gaps.network(), ROLES, Set.of(EksCluster.class)),
          "terraform-aws-modules/iam", List.of(ROLES),
          "terraform-aws-modules/kms", List.of(),
          "terraform-aws-modules/acm", List.of(Set.of(Certificate.class, DnsRecord.class)),
          "terraform-aws-modules/route53", List.of(Set.of(DnsRecord.class)),
          "RaJiska/fck-nat", List.of(Gaps.network(), ROLES));

  private PublishedModules() {}

  /**
   * What a call that was not read may have made; empty when that is not known.
   *
   * @param call the call with its source in brackets
   */
  static Optional<Set<Class<? extends Fact>>> kinds(String call) {
    Matcher source = SOURCE.matcher(call);
    return source.matches()
        ? Optional.ofNullable(KINDS.get(source.group(1) + "/" + source.group(2)))
            .map(
                sets -> {
                  Set<Class<? extends Fact>> all = new LinkedHashSet<>();
                  sets.forEach(all::addAll);
                  return all;
                })
        : Optional.empty();
  }
}
