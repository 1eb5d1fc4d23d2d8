package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.itest.localstack.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** An account whose clients are made when first asked for, one a Region, and closed together. */
public final class AwsClients implements AwsAccount, AutoCloseable {

  private final Origin origin;
  private final Function<Region, Ec2Client> newEc2;
  private final Function<Region, S3Client> newS3;
  private final Function<Region, EksClient> newEks;
  private final Function<Region, IamClient> newIam;
  private final Map<Region, Ec2Client> ec2 = new ConcurrentHashMap<>();
  private final Map<Region, S3Client> s3 = new ConcurrentHashMap<>();
  private final Map<Region, EksClient> eks = new ConcurrentHashMap<>();
  private final Map<Region, IamClient> iam = new ConcurrentHashMap<>();

  /**
   * @param origin what these clients speak to
   * @param newEc2 makes a client for a Region
   * @param newS3 makes a client for a Region
   * @param newEks makes a client for a Region
   * @param newIam makes the client; IAM is the same for all Regions
   */
  public AwsClients(
      Origin origin,
      Function<Region, Ec2Client> newEc2,
      Function<Region, S3Client> newS3,
      Function<Region, EksClient> newEks,
      Function<Region, IamClient> newIam) {
    this.origin = origin;
    this.newEc2 = newEc2;
    this.newS3 = newS3;
    this.newEks = newEks;
    this.newIam = newIam;
  }

  /** The account of a world on the emulator. */
  public static AwsClients of(World world) {
    return new AwsClients(
        Origin.APPLIED,
        region -> world.client(Ec2Client.builder(), sdk(region)),
        region -> world.client(S3Client.builder(), sdk(region)),
        region -> world.client(EksClient.builder(), sdk(region)),
        region -> world.client(IamClient.builder(), sdk(region)));
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
    return ec2.computeIfAbsent(region, newEc2);
  }

  @Override
  public S3Client s3(Region region) {
    return s3.computeIfAbsent(region, newS3);
  }

  @Override
  public EksClient eks(Region region) {
    return eks.computeIfAbsent(region, newEks);
  }

  @Override
  public IamClient iam() {
    return iam.computeIfAbsent(Region.US_EAST_1, newIam);
  }

  @Override
  public void close() {
    ec2.values().forEach(Ec2Client::close);
    s3.values().forEach(S3Client::close);
    eks.values().forEach(EksClient::close);
    iam.values().forEach(IamClient::close);
  }
}
