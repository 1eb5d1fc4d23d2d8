package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.litellm.LiteLlmExposure;
import dev.atoll.facts.litellm.LiteLlmServer;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/** Projects LiteLLM and its keys into facts. */
final class LiteLlmFacts {

  private LiteLlmFacts() {}

  static List<Fact> of(Design design, CoderRegion home, LiteLlmDesign liteLlm) {
    Region region = home.region();
    String key = region.identifier();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new LiteLlmExposure(
            liteLlm.at(), ref("litellm", key), known(liteLlm.way()), known(liteLlm.name())));
    facts.add(
        new LiteLlmServer(
            liteLlm.at(),
            ref("litellm-server", key),
            region,
            liteLlm.way(),
            liteLlm.name(),
            liteLlm.replicas(),
            liteLlm.cpus() * 1000L,
            liteLlm.memory().gibibytes() * (1L << 30)));
    facts.addAll(generated(home, liteLlm, "master_key", LiteLlmDesign.masterKey(design.name())));
    facts.addAll(generated(home, liteLlm, "salt_key", LiteLlmDesign.saltKey(design.name())));
    facts.addAll(workspaceKey(design, home, liteLlm));
    return facts;
  }

  /** Secrets Manager chooses it, and a write-only argument carries it there. */
  private static List<Fact> generated(
      CoderRegion home, LiteLlmDesign liteLlm, String kind, String name) {
    String key = home.region().identifier() + "_litellm_" + kind;
    Ref version = ref("aws_secretsmanager_secret_version", key);
    return List.of(
        secret(liteLlm, ref("aws_secretsmanager_secret", key), name, home.region(), home.region()),
        new Credential(
            liteLlm.at(),
            version,
            "secret_string of " + version,
            known(Credential.Custody.WRITE_ONLY)));
  }

  private static List<Fact> workspaceKey(Design design, CoderRegion home, LiteLlmDesign liteLlm) {
    String name = LiteLlmDesign.workspaceKey(design.name());
    Ref secret =
        ref("aws_secretsmanager_secret", home.region().identifier() + "_litellm_workspace_key");
    List<Fact> facts = new ArrayList<>();
    for (CoderRegion reader : design.regions()) {
      if (reader.region().equals(home.region())) {
        facts.add(secret(liteLlm, secret, name, home.region(), home.region()));
      } else if (liteLlm.isReachedFrom(reader.region(), home.region())) {
        Ref replica = new Ref("%s.replica[%s]".formatted(secret, reader.region()));
        facts.add(secret(liteLlm, replica, name, reader.region(), home.region()));
      }
    }
    return facts;
  }

  private static Secret secret(
      LiteLlmDesign liteLlm, Ref ref, String name, Region region, Region primary) {
    return new Secret(liteLlm.at(), ref, Value.known(name), known(region), known(primary));
  }
}
