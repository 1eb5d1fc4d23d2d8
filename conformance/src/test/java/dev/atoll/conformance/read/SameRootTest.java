package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cdk.tf.json | version of aws_eks_cluster.east, zone of aws_subnet.east_b",
        "plan.json | version of aws_eks_cluster.east",
        "plan-of-hcl.json | subnet of aws_route_table_association.west[0], subnet of"
            + " aws_route_table_association.west[1], version of aws_eks_cluster.east",
        "plan-after-apply.json | ",
        "state.json | "
      })
  void onlyThisIsUnknown(String file, String unknown) {
    Set<String> found = new TreeSet<>();
    Flat.of(Fixture.facts(file))
        .values()
        .forEach(
            fact ->
                fact.forEach(
                    (name, value) -> {
                      if (Flat.unknown(value)) {
                        found.add(name + " of " + fact.get("ref"));
                      }
                    }));
    // No format can say where a launch template puts nodes that no node group makes.
    assertThat(found.remove("subnets of aws_launch_template.west")).isTrue();
    assertThat(found.remove("vpc of aws_launch_template.west")).isTrue();
    assertThat(String.join(", ", found)).isEqualTo(unknown == null ? "" : unknown);
  }
}
