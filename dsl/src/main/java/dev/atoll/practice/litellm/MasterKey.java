package dev.atoll.practice.litellm;

import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import java.util.HashSet;
import java.util.Set;

/**
 * The key that may do everything, and the places where it is kept.
 *
 * @param secrets the names of the secrets in Secrets Manager that LiteLLM's master key comes from
 */
record MasterKey(Set<String> secrets) {

  /** The variable by which LiteLLM is told, and the usual name of the key in a Secret. */
  static final String VARIABLE = "LITELLM_MASTER_KEY";

  MasterKey {
    secrets = Set.copyOf(secrets);
  }

  /** Where the master keys of all LiteLLMs in these facts are. */
  static MasterKey of(Facts facts) {
    Set<String> secrets = new HashSet<>();
    for (LiteLlmPod pod : LiteLlmPod.all(facts)) {
      pod.variable(VARIABLE)
          .filter(variable -> variable.from() instanceof SecretKey)
          .map(variable -> (SecretKey) variable.from())
          .ifPresent(
              key ->
                  facts.all(CarriedSecret.class).stream()
                      .filter(carried -> carried.object().besides(pod.workload().object()))
                      .filter(carried -> carried.target().equals(key.secret()))
                      .map(carried -> carried.from().get(key.key()))
                      .filter(name -> name != null)
                      .forEach(secrets::add));
    }
    return new MasterKey(secrets);
  }

  /** Whether an ExternalSecret brings it along. */
  boolean isCarriedBy(CarriedSecret carried) {
    return carried.from().containsKey(VARIABLE)
        || carried.from().values().stream().anyMatch(secrets::contains);
  }
}
