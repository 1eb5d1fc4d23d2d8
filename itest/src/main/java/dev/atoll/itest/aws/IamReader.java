package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.RolePolicy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.Role;

/** Reads the roles of an account, whom they trust, and the OpenID Connect providers. */
public final class IamReader {

  private IamReader() {}

  /**
   * Every provider, role and attached policy.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses a call or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account) {
    return Stream.of(providers(account), roles(account), policies(account))
        .flatMap(part -> part)
        .toList();
  }

  static Stream<Fact> providers(AwsAccount account) {
    return account.iam().listOpenIDConnectProviders().openIDConnectProviderList().stream()
        .map(provider -> provider(account, provider.arn()));
  }

  static Stream<Fact> roles(AwsAccount account) {
    return account.iam().listRolesPaginator().roles().stream().map(role -> role(account, role));
  }

  /** What is attached to each role. */
  static Stream<Fact> policies(AwsAccount account) {
    IamClient iam = account.iam();
    return iam.listRolesPaginator().roles().stream()
        .flatMap(
            role ->
                iam
                    .listAttachedRolePoliciesPaginator(request -> request.roleName(role.roleName()))
                    .attachedPolicies()
                    .stream()
                    .map(policy -> attached(account, role, policy.policyArn())));
  }

  private static OidcProvider provider(AwsAccount account, String arn) {
    GetOpenIdConnectProviderResponse answer =
        account.iam().getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(arn));
    return new OidcProvider(
        source(account, arn),
        new Ref(arn),
        Value.known(answer.url().replaceFirst("^https://", "")),
        Value.known(Set.copyOf(answer.clientIDList())));
  }

  private static dev.atoll.facts.iam.Role role(AwsAccount account, Role role) {
    // IAM answers policies in the encoding of URLs.
    String policy = URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8);
    return new dev.atoll.facts.iam.Role(
        source(account, role.arn()),
        new Ref(role.arn()),
        Value.known(role.roleName()),
        TrustPolicyJson.read(policy));
  }

  private static RolePolicy attached(AwsAccount account, Role role, String policy) {
    return new RolePolicy(
        source(account, role.arn()),
        new Ref(role.arn() + "/" + policy),
        Value.known(new Ref(role.arn())),
        Value.known(new Ref(policy)));
  }

  private static Source source(AwsAccount account, String arn) {
    return new Source(account.origin(), arn);
  }
}
