package dev.atoll.itest.localstack;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * One account on one emulator, all regions of it. What is made in one world is not seen in another.
 *
 * @param endpoint where every AWS API answers
 * @param account twelve digits; LocalStack takes an access key id of that form for the account
 */
public record World(URI endpoint, String account) {

  private static final String SECRET = "emulated";

  /** Refuses what LocalStack would take for another account, silently. */
  public World {
    if (!account.matches("\\d{12}")) {
      throw new IllegalArgumentException("An account has twelve digits, this has not: " + account);
    }
  }

  /**
   * A client of the AWS SDK for this world, such as {@code world.client(Ec2Client.builder(),
   * US_EAST_2)}.
   *
   * @param builder as the service's client class gives it
   * @param region the region that is asked
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Region region) {
    return builder
        .endpointOverride(endpoint)
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(account, SECRET)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /**
   * The environment that turns a program using any AWS SDK to this world: Terraform's aws provider,
   * its S3 backend and remote states, the AWS command line. What the program was told in files
   * stays as it is.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific
   *     endpoints</a>
   */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint.toString(),
        "AWS_ACCESS_KEY_ID",
        account,
        "AWS_SECRET_ACCESS_KEY",
        SECRET,
        "AWS_EC2_METADATA_DISABLED",
        "true");
  }
}
