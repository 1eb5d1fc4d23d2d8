package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.secret.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** Reads which secrets there are. Never what they hold. */
public final class SecretReader {

  private SecretReader() {}

  /**
   * Every secret of these Regions, copies included.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account, Collection<Region> regions) {
    List<Fact> facts = new ArrayList<>();
    for (Region region : regions) {
      account.secretsManager(region).listSecretsPaginator().stream()
          .flatMap(page -> page.secretList().stream())
          .forEach(secret -> facts.add(fact(account, region, secret)));
    }
    return facts;
  }

  private static Secret fact(AwsAccount account, Region region, SecretListEntry secret) {
    // Only a secret that has copies, or is one, names its primary Region.
    String primary = secret.primaryRegion();
    return new Secret(
        new Source(account.origin(), "%s (%s)".formatted(secret.arn(), region)),
        new Ref(secret.arn() + "@" + region),
        Value.known(secret.name()),
        Value.known(region),
        Value.known(primary == null || primary.isEmpty() ? region : new Region(primary)));
  }
}
