package dev.atoll.itest.live;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.itest.aws.AwsClients;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A real AWS account, by a profile of the machine's AWS configuration. */
public final class LiveAccount {

  private LiveAccount() {}

  /**
   * The account of a profile. Credentials are looked up with the first request; read-only ones do.
   *
   * @param profile its name in {@code ~/.aws/config}
   */
  public static AwsClients of(String profile) {
    AwsCredentialsProvider keys = DefaultCredentialsProvider.builder().profileName(profile).build();
    return new AwsClients(
            Origin.LIVE,
            region -> in(Ec2Client.builder(), keys, region).build(),
            region -> in(S3Client.builder(), keys, region).build())
        .with(EksClient.class, region -> in(EksClient.builder(), keys, region).build())
        .with(IamClient.class, region -> in(IamClient.builder(), keys, region).build())
        .with(AcmClient.class, region -> in(AcmClient.builder(), keys, region).build())
        .with(Route53Client.class, region -> in(Route53Client.builder(), keys, region).build())
        .with(RdsClient.class, region -> in(RdsClient.builder(), keys, region).build())
        .with(
            ElastiCacheClient.class,
            region -> in(ElastiCacheClient.builder(), keys, region).build())
        .with(
            ElasticLoadBalancingV2Client.class,
            region -> in(ElasticLoadBalancingV2Client.builder(), keys, region).build())
        .with(
            SecretsManagerClient.class,
            region -> in(SecretsManagerClient.builder(), keys, region).build());
  }

  private static <B extends AwsClientBuilder<B, C>, C> B in(
      B builder, AwsCredentialsProvider keys, Region region) {
    return builder
        .credentialsProvider(keys)
        .region(software.amazon.awssdk.regions.Region.of(region.name()));
  }
}
