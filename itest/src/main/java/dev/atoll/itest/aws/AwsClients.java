package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.itest.localstack.World;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
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
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** An account whose clients are made when first asked for, one a Region, and closed together. */
public final class AwsClients implements AwsAccount, AutoCloseable {

  private final Origin origin;
  private final Map<Class<?>, Function<Region, ? extends SdkAutoCloseable>> makers;
  private final Map<Made, SdkAutoCloseable> made = new ConcurrentHashMap<>();

  /** What a client is known by. */
  private record Made(Class<?> service, Region region) {}

  /**
   * An account of which EC2 and S3 can be asked, and what {@link #with} adds.
   *
   * @param origin what these clients speak to
   * @param newEc2 makes a client for a Region
   * @param newS3 makes a client for a Region
   */
  public AwsClients(
      Origin origin, Function<Region, Ec2Client> newEc2, Function<Region, S3Client> newS3) {
    this(origin, Map.of(Ec2Client.class, newEc2, S3Client.class, newS3));
  }

  private AwsClients(
      Origin origin, Map<Class<?>, Function<Region, ? extends SdkAutoCloseable>> makers) {
    this.origin = origin;
    this.makers = Map.copyOf(makers);
  }

  /** The same account, of which one more service can be asked; clients made so far stay behind. */
  public <C extends SdkAutoCloseable> AwsClients with(Class<C> service, Function<Region, C> maker) {
    Map<Class<?>, Function<Region, ? extends SdkAutoCloseable>> more = new HashMap<>(makers);
    more.put(service, maker);
    return new AwsClients(origin, more);
  }

  /** Makes the client that a builder of the AWS SDK is for. */
  @FunctionalInterface
  public interface Maker {
    /** A client of that service in that Region. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
        B builder, software.amazon.awssdk.regions.Region region);
  }

  /** The account of a world on the emulator. */
  public static AwsClients of(World world) {
    return of(Origin.APPLIED, world::client);
  }

  /**
   * An account of which every service can be asked that the readers of this package ask.
   *
   * @param origin what these clients speak to
   * @param maker makes them
   */
  public static AwsClients of(Origin origin, Maker maker) {
    return new AwsClients(
            origin,
            region -> maker.client(Ec2Client.builder(), sdk(region)),
            region -> maker.client(S3Client.builder(), sdk(region)))
        .with(EksClient.class, region -> maker.client(EksClient.builder(), sdk(region)))
        .with(IamClient.class, region -> maker.client(IamClient.builder(), sdk(region)))
        .with(AcmClient.class, region -> maker.client(AcmClient.builder(), sdk(region)))
        .with(Route53Client.class, region -> maker.client(Route53Client.builder(), sdk(region)))
        .with(RdsClient.class, region -> maker.client(RdsClient.builder(), sdk(region)))
        .with(
            ElastiCacheClient.class,
            region -> maker.client(ElastiCacheClient.builder(), sdk(region)))
        .with(
            ElasticLoadBalancingV2Client.class,
            region -> maker.client(ElasticLoadBalancingV2Client.builder(), sdk(region)))
        .with(
            SecretsManagerClient.class,
            region -> maker.client(SecretsManagerClient.builder(), sdk(region)))
        .with(
            CloudWatchClient.class, region -> maker.client(CloudWatchClient.builder(), sdk(region)))
        .with(SnsClient.class, region -> maker.client(SnsClient.builder(), sdk(region)));
  }

  private static software.amazon.awssdk.regions.Region sdk(Region region) {
    return software.amazon.awssdk.regions.Region.of(region.name());
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Ec2Client ec2(Region region) {
    return client(Ec2Client.class, region);
  }

  @Override
  public S3Client s3(Region region) {
    return client(S3Client.class, region);
  }

  @Override
  public AcmClient acm(Region region) {
    return client(AcmClient.class, region);
  }

  @Override
  public Route53Client route53() {
    return client(Route53Client.class, Region.US_EAST_1);
  }

  @Override
  public RdsClient rds(Region region) {
    return client(RdsClient.class, region);
  }

  @Override
  public ElastiCacheClient elastiCache(Region region) {
    return client(ElastiCacheClient.class, region);
  }

  @Override
  public ElasticLoadBalancingV2Client elb(Region region) {
    return client(ElasticLoadBalancingV2Client.class, region);
  }

  @Override
  public SecretsManagerClient secretsManager(Region region) {
    return client(SecretsManagerClient.class, region);
  }

  @Override
  public CloudWatchClient cloudWatch(Region region) {
    return client(CloudWatchClient.class, region);
  }

  @Override
  public SnsClient sns(Region region) {
    return client(SnsClient.class, region);
  }

  private <C> C client(Class<C> service, Region region) {
    Function<Region, ? extends SdkAutoCloseable> maker = makers.get(service);
    if (maker == null) {
      throw new IllegalStateException(
          "This account was given no %s; add one with .with(…)."
              .formatted(service.getSimpleName()));
    }
    return service.cast(
        made.computeIfAbsent(new Made(service, region), key -> maker.apply(region)));
  }

  @Override
  public EksClient eks(Region region) {
    return client(EksClient.class, region);
  }

  @Override
  public IamClient iam() {
    return client(IamClient.class, Region.US_EAST_1);
  }

  @Override
  public void close() {
    made.values().forEach(SdkAutoCloseable::close);
  }
}
