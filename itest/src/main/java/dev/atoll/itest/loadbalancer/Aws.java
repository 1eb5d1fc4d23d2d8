package dev.atoll.itest.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsAccount;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * The side of AWS, for one cluster.
 *
 * @param account the emulator; never a real account, where load balancers cost money
 * @param region the cluster's Region
 * @param cluster the cluster's name
 */
record Aws(AwsAccount account, Region region, String cluster) {

  /** Asked every time, because the cluster may be made after its controller was started. */
  Surroundings surroundings() {
    String vpc =
        account
            .eks(region)
            .describeCluster(request -> request.name(cluster))
            .cluster()
            .resourcesVpcConfig()
            .vpcId();
    return SurroundingsReader.read(ec2(), cluster, vpc);
  }

  /** Makes a load balancer and gives back its DNS name. */
  String make(NetworkLoadBalancer wanted, Surroundings around) {
    return balancers().make(wanted, around.vpc(), groups(around).of(wanted)).hostname();
  }

  /** Lets the nodes admit exactly this. */
  void admit(Set<NetworkLoadBalancer.NodeRule> wanted, Surroundings around) {
    new NodeRules(ec2(), cluster, groups(around)).make(wanted);
  }

  /** Deletes all that was made for a Service, the rules of the nodes aside. */
  void delete(String service, Surroundings around) {
    balancers().deleteAllOf(service);
    groups(around).deleteAllOf(service);
  }

  /** Deletes the shared group, which no load balancer may carry any more. */
  void deleteShared(Surroundings around) {
    groups(around).deleteBackend();
  }

  private Balancers balancers() {
    ElasticLoadBalancingV2Client elb = account.elb(region);
    return new Balancers(elb, new Owned(elb, cluster));
  }

  private SecurityGroups groups(Surroundings around) {
    return new SecurityGroups(ec2(), cluster, around.vpc());
  }

  private Ec2Client ec2() {
    return account.ec2(region);
  }
}
