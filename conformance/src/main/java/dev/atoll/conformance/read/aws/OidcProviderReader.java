package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.iam.OidcProvider;
import java.util.List;
import java.util.Set;

/** OpenID Connect providers. An issuer that is known only after apply stands for itself. */
final class OidcProviderReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_iam_openid_connect_provider");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(OidcProvider.class);
  }

  @Override
  public List<OidcProvider> read(Attributes provider) {
    Value<String> issuer = provider.symbolic("url").map(url -> url.replaceFirst("^https://", ""));
    return List.of(
        new OidcProvider(
            provider.source(),
            provider.ref(),
            issuer,
            provider.symbolics("client_id_list").map(Set::copyOf)));
  }
}
