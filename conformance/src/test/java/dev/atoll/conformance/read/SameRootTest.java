package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The core promise: one root gives the same facts as configuration, as plan and as state, so that
 * one practice judges all of them.
 */
class SameRootTest {

  private final Facts configuration = Fixture.facts("cdk.tf.json");

  @ParameterizedTest
  @ValueSource(strings = {"plan.json", "plan-of-hcl.json", "plan-after-apply.json", "state.json"})
  void everyFormatGivesTheFactsOfTheConfiguration(String file) {
    Facts other = Fixture.facts(file);
    Map<String, Map<String, String>> expected = Flat.of(configuration);
    Map<String, Map<String, String>> found = Flat.of(other);

    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach(
        (key, fact) ->
            fact.forEach(
                (name, value) -> {
                  String wanted = expected.get(key).get(name);
                  if (!Flat.unknown(value) && !Flat.unknown(wanted)) {
                    assertThat(value).as(key + " " + name + " in " + file).isEqualTo(wanted);
                  }
                }));
  }
}
