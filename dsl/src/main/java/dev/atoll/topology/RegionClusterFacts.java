package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.facts.iam.TrustPolicy.Condition;
import dev.atoll.facts.iam.TrustPolicy.Principal;
import dev.atoll.facts.iam.TrustPolicy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Projects the cluster of one Region, and the roles of what runs in it, into facts. */
final class RegionClusterFacts {

  private RegionClusterFacts() {}

  /** The security group that EKS makes for the cluster of that Region. */
  static Ref group(Region region) {
    return new Ref(cluster(region).key() + ".vpc_config[0].cluster_security_group_id");
  }

  static List<Fact> of(CoderRegion described) {
    Region region = described.region();
    String key = region.identifier();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new EksCluster(
            described.at(),
            cluster(region),
            known(region),
            known(described.cluster()),
            known(described.eks().kubernetes()),
            known(described.eks().endpoint()),
            known(ref("aws_vpc", key)),
            known(group(region))));
    // The issuer is known once the cluster is there; until then this stands for it.
    String issuer = cluster(region).key() + ".identity[0].oidc[0].issuer";
    Ref provider = ref("aws_iam_openid_connect_provider", key);
    facts.add(
        new OidcProvider(
            described.at(), provider, known(issuer), known(Set.of(ClusterDesign.TOKEN_AUDIENCE))));
    for (ControllerAccount account : ControllerAccount.values()) {
      facts.add(
          new Role(
              described.at(),
              ref("aws_iam_role", key + "_" + account.identifier()),
              known(described.cluster() + "-" + account.id()),
              known(trust(provider, issuer, account))));
    }
    return facts;
  }

  private static TrustPolicy trust(Ref provider, String issuer, ControllerAccount account) {
    return new TrustPolicy(
        List.of(
            new Statement(
                true,
                List.of(new Principal("Federated", provider.key())),
                false,
                List.of("sts:AssumeRoleWithWebIdentity"),
                false,
                List.of(
                    new Condition(
                        "StringEquals", issuer + ":aud", List.of(ClusterDesign.TOKEN_AUDIENCE)),
                    new Condition("StringEquals", issuer + ":sub", List.of(account.subject()))))));
  }

  private static Ref cluster(Region region) {
    return ref("aws_eks_cluster", region.identifier());
  }
}
