package dev.atoll.stacks.litellm;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsGeneratedSecretVersion;
import dev.atoll.stacks.aws.AwsRandomPassword;
import dev.atoll.stacks.aws.AwsSecret;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of one LiteLLM. Secrets Manager chooses the master key and the salt key while Terraform
 * applies, once: nobody sees them, and neither plan nor state holds them. The salt key is never
 * written again, because what LiteLLM stores is encrypted with it.
 *
 * <p>The key of workspaces has no content here: the rotation writes it, from its first run on.
 *
 * @param masterKey the secret with the master key
 * @param saltKey the secret with the salt key
 * @param workspaceKey the secret with the key of workspaces, in every Region that reaches LiteLLM
 * @param resources all that makes them
 */
record LiteLlmSecrets(
    AwsSecret masterKey, AwsSecret saltKey, AwsSecret workspaceKey, List<Resource> resources) {

  private static final int LENGTH = 48;

  LiteLlmSecrets {
    resources = List.copyOf(resources);
  }

  static LiteLlmSecrets of(Topology topology, CoderRegion home, LiteLlmDesign liteLlm) {
    Region region = home.region();
    String key = region.identifier() + "_litellm_";
    int days = liteLlm.database().throwAway() ? 0 : 7;
    AwsSecret master =
        new AwsSecret(
            key + "master_key",
            region,
            LiteLlmDesign.masterKey(topology.name()),
            "LiteLLM's master key, for LiteLLM and the rotation of keys alone",
            List.of(),
            days);
    AwsSecret salt =
        new AwsSecret(
            key + "salt_key",
            region,
            LiteLlmDesign.saltKey(topology.name()),
            "What LiteLLM encrypts stored keys with: never change it",
            List.of(),
            days);
    AwsSecret workspaces =
        new AwsSecret(
            key + "workspace_key",
            region,
            LiteLlmDesign.workspaceKey(topology.name()),
            "The key by which workspaces call LiteLLM, with the journal of its rotation",
            topology.regions().stream()
                .map(CoderRegion::region)
                .filter(other -> !other.equals(region) && liteLlm.isReachedFrom(other, region))
                .toList(),
            days);
    List<Resource> resources = new ArrayList<>();
    resources.addAll(generated(master, "LITELLM_MASTER_KEY"));
    resources.addAll(generated(salt, "LITELLM_SALT_KEY"));
    resources.add(workspaces);
    return new LiteLlmSecrets(master, salt, workspaces, resources);
  }

  /** LiteLLM takes no master key that does not begin like the keys that it makes. */
  private static List<Resource> generated(AwsSecret secret, String variable) {
    AwsRandomPassword chosen = new AwsRandomPassword(secret.name(), secret.region(), LENGTH);
    Template content = Template.of("{\"" + variable + "\":\"sk-", chosen.text(), "\"}");
    return List.of(
        secret,
        chosen,
        new AwsGeneratedSecretVersion(secret.name(), secret.region(), secret, content));
  }
}
