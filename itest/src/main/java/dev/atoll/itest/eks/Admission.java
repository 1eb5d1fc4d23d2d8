package dev.atoll.itest.eks;

import dev.atoll.itest.localstack.World;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.ClusterStatus;
import software.amazon.awssdk.services.eks.model.ResourceNotFoundException;

/**
 * Who is let into one EKS cluster: whoever made it, which in an emulated account is whoever holds
 * the account's key. What is looked at stands in {@code eks-authenticator.md}.
 *
 * @param world the account
 * @param region the cluster's Region
 * @param cluster the cluster's name
 */
record Admission(World world, Region region, String cluster) {

  /**
   * What becomes of a token.
   *
   * @param user who it is; empty when nobody is let in
   * @param reason why nobody is let in; empty when somebody is
   */
  record Verdict(String user, String reason) {
    boolean admitted() {
      return reason.isEmpty();
    }

    private static Verdict refused(String reason) {
      return new Verdict("", reason);
    }
  }

  Verdict judge(String text, Instant now) {
    Token token;
    try {
      token = Token.decode(text);
    } catch (IllegalArgumentException e) {
      return Verdict.refused("not a token of EKS: " + e.getMessage());
    }
    if (!world.endpoint().getAuthority().equals(token.url().getAuthority())) {
      return Verdict.refused("the token names another STS: " + token.url().getAuthority());
    }
    if (!token.accessKey().equals(world.account())) {
      return Verdict.refused("the token is of another account: " + token.accessKey());
    }
    if (!token.signedFor(cluster, world.environment().get("AWS_SECRET_ACCESS_KEY"))) {
      return Verdict.refused("the token is not signed, or not for cluster " + cluster);
    }
    if (!token.fresh(now)) {
      return Verdict.refused("the token is older than 15 minutes");
    }
    return entry();
  }

  private Verdict entry() {
    try (EksClient eks = world.client(EksClient.builder(), region)) {
      Cluster found = eks.describeCluster(ask -> ask.name(cluster)).cluster();
      if (found.status() != ClusterStatus.ACTIVE) {
        return Verdict.refused("cluster " + cluster + " is " + found.statusAsString());
      }
      if (found.accessConfig() != null
          && Boolean.FALSE.equals(found.accessConfig().bootstrapClusterCreatorAdminPermissions())) {
        return Verdict.refused("who made cluster " + cluster + " is no administrator of it");
      }
      return new Verdict("arn:aws:iam::" + world.account() + ":root", "");
    } catch (ResourceNotFoundException e) {
      return Verdict.refused("there is no cluster " + cluster + " in " + region);
    } catch (SdkException e) {
      return Verdict.refused("EKS cannot be asked: " + e.getMessage());
    }
  }
}
