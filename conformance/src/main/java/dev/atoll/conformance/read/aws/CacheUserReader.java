package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.List;
import java.util.Set;

/** How the users of caches sign in. */
final class CacheUserReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_elasticache_user");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Credential.class);
  }

  @Override
  public List<Credential> read(Attributes user) {
    Value<Custody> custody =
        user.blocks("authentication_mode")
            .flatMap(
                modes ->
                    modes.isEmpty()
                        ? user.flag("no_password_required", false)
                            .map(open -> open ? Custody.OPEN : Custodies.of(user, "passwords"))
                        : modes.get(0).text("type").map(type -> custody(modes.get(0), type)));
    return List.of(
        new Credential(user.source(), user.ref(), "passwords of " + user.ref(), custody));
  }

  private static Custody custody(Attributes mode, String type) {
    return switch (type) {
      case "iam" -> Custody.IAM;
      case "no-password-required" -> Custody.OPEN;
      default -> Custodies.of(mode, "passwords");
    };
  }
}
