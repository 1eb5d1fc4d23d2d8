package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Region;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Secrets, and their copies in other Regions. */
final class SecretReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_secretsmanager_secret");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Secret.class);
  }

  @Override
  public List<Secret> read(Attributes secret) {
    Value<String> name = secret.text("name");
    Value<Region> primary = secret.region();
    List<Secret> copies = new ArrayList<>();
    copies.add(new Secret(secret.source(), secret.ref(), name, primary, primary));
    secret
        .blocks("replica")
        .asOptional()
        .orElse(List.of())
        .forEach(
            replica -> {
              Value<Region> region = replica.text("region").map(Region::new);
              Ref ref = new Ref("%s.replica[%s]".formatted(secret.ref(), region.show()));
              copies.add(new Secret(secret.source(), ref, name, region, primary));
            });
    return copies;
  }
}
