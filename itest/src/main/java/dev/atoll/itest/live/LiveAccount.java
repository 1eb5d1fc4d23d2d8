package dev.atoll.itest.live;

import dev.atoll.facts.Origin;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.Refusals;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** A real AWS account, by a profile of the machine's AWS configuration. It is only read. */
public final class LiveAccount {

  private LiveAccount() {}

  /**
   * The account of a profile. Its credentials are looked up with the first call; those of the
   * environment do not count. What the profile says besides, such as {@code endpoint_url}, holds.
   *
   * @param profile its name in {@code ~/.aws/config}
   * @param budget how often the account is asked
   */
  public static AwsClients of(String profile, Budget budget) {
    Profile known =
        new Profile(profile, ProfileCredentialsProvider.create(profile), new ReadOnlyCalls(budget));
    return AwsClients.of(Origin.LIVE, known::client);
  }

  private record Profile(
      String name, ProfileCredentialsProvider credentials, ExecutionInterceptor rule) {

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
        B builder, Region region) {
      return builder
          .credentialsProvider(credentials)
          .region(region)
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .overrideConfiguration(
              settings ->
                  settings
                      .defaultProfileName(name)
                      .addExecutionInterceptor(rule)
                      .addExecutionInterceptor(new Refusals()))
          .build();
    }
  }
}
