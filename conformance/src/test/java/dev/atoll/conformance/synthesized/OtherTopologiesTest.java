package dev.atoll.conformance.synthesized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.examples.EightRegions;
import dev.atoll.stacks.examples.EveryRegion;
import dev.atoll.stacks.examples.OneRegion;
import dev.atoll.stacks.examples.ThreeRegions;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The practices are not fitted to the documents' own deployment. */
class OtherTopologiesTest {

  private static final List<TopologySource> TOPOLOGIES =
      List.of(new OneRegion(), new ThreeRegions(), new EightRegions(), new EveryRegion());

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyVerdictIsTheOneWrittenDown() throws IOException {
    List<String[]> rows = rows();
    assertThat(rows).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < TOPOLOGIES.size(); i++) {
      Topology topology = TOPOLOGIES.get(i).topology();
      Facts model = topology.facts();
      Facts written = synthesized(topology).intending(model);
      for (String[] row : rows) {
        String name = row[0] + " of " + topology.name();
        String ofModel = row[1 + i];
        String ofWritten = row[1 + TOPOLOGIES.size() + i];
        tests.add(dynamicTest(name + ", model", () -> check(row[0], model, ofModel)));
        tests.add(dynamicTest(name + ", synthesized", () -> check(row[0], written, ofWritten)));
      }
    }
    return tests.stream();
  }

  private static void check(String id, Facts facts, String expected) {
    Verdict verdict = Catalogue.find(id).orElseThrow().judge(facts).verdict();

    assertThat(verdict == Verdict.NOT_APPLICABLE ? "-" : verdict.name()).isEqualTo(expected);
  }

  private Facts synthesized(Topology topology) {
    Deployment deployment = Deployment.of(topology);
    Path root = folder.resolve(topology.name());
    Synthesis.write(deployment, root);
    return TerraformJson.read(
            Synthesis.cdkTfJson(root.resolve(Synthesis.OUTPUT), deployment.parts().get(0)))
        .facts();
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream table =
        OtherTopologiesTest.class.getResourceAsStream("other-topologies.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\s+", -1))
          .toList();
    }
  }
}
