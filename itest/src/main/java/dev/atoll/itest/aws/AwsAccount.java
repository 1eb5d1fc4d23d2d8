package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * One AWS account: the emulator's or a real one. The readers of this package only ask it (Describe,
 * Get, List and Head calls), so read-only credentials do.
 */
public interface AwsAccount {

  /** {@link Origin#APPLIED} for the emulator, {@link Origin#LIVE} for the real account. */
  Origin origin();

  /** Amazon EC2 in one Region. */
  Ec2Client ec2(Region region);

  /** AWS Certificate Manager in one Region. */
  AcmClient acm(Region region);

  /** Amazon Route 53, which is the same everywhere. */
  Route53Client route53();

  /** Amazon EKS in one Region. */
  EksClient eks(Region region);

  /** IAM, the same for all Regions. */
  IamClient iam();

  /** Amazon RDS in one Region. */
  RdsClient rds(Region region);

  /** Amazon ElastiCache in one Region. */
  ElastiCacheClient elastiCache(Region region);

  /** Elastic Load Balancing, version 2, in one Region. */
  ElasticLoadBalancingV2Client elb(Region region);

  /** AWS Secrets Manager in one Region. */
  SecretsManagerClient secretsManager(Region region);

  /** Amazon CloudWatch in one Region. */
  CloudWatchClient cloudWatch(Region region);

  /** Amazon SNS in one Region. */
  SnsClient sns(Region region);

  /** Amazon S3 in one Region. */
  S3Client s3(Region region);
}
