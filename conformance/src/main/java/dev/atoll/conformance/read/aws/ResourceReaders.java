package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.coder.CoderReleaseReader;
import dev.atoll.conformance.read.coder.ProxyEntryReader;
import dev.atoll.conformance.read.helm.HelmReleaseReader;
import java.util.List;

/** Every resource type that is understood; a new one is one class and one line here. */
public final class ResourceReaders {

  private static final List<ResourceReader> ALL =
      List.of(
          new VpcReader(),
          new SubnetReader(),
          new RouteTableReader(),
          new RouteReader(),
          new RouteTableAssociationReader(),
          new PeeringReader(),
          new SecurityGroupReader(),
          new SecurityGroupRuleReader(),
          new NetworkAclReader(),
          new NetworkAclRuleReader(),
          new NodeGroupReader(),
          new LaunchTemplateReader(),
          new InstanceReader(),
          new CertificateReader(),
          new CertificateLookupReader(),
          new HostedZoneReader(),
          new RecordReader(),
          new HealthCheckReader(),
          new HealthAlarmReader(),
          new TopicSubscriptionReader(),
          new LoadBalancerLookupReader(),
          new ServiceLookupReader(),
          new LocalCommandReader(),
          new CacheClientReader(),
          new ElasticIpReader(),
          new EksClusterReader(),
          new OidcProviderReader(),
          new RoleReader(),
          new RolePolicyReader(),
          new DatabaseClusterReader(),
          new DatabaseInstanceReader(),
          new SecretReader(),
          new SecretVersionReader(),
          new CacheReader(),
          new CacheUserReader(),
          new StateBucketReader(),
          new HelmReleaseReader(),
          new CoderReleaseReader(),
          new ProxyEntryReader());

  /** Types that others look up while they read; some yield no facts of their own. */
  private static final List<String> LOOKED_UP =
      List.of(
          "aws_vpc_ipv4_cidr_block_association",
          "aws_main_route_table_association",
          "aws_network_acl_association",
          "aws_acm_certificate_validation",
          "aws_eks_cluster",
          "aws_s3_bucket_versioning",
          "aws_s3_bucket_server_side_encryption_configuration",
          "aws_s3_bucket_public_access_block");

  private ResourceReaders() {}

  /** All of them, in the order in which their facts are listed. */
  public static List<ResourceReader> all() {
    return ALL;
  }

  /** Resource types that other readers look up. */
  public static List<String> lookedUp() {
    return LOOKED_UP;
  }
}
