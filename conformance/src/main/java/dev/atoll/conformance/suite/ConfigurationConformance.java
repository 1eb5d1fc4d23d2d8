package dev.atoll.conformance.suite;

import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.conformance.read.WrittenFiles;
import dev.atoll.conformance.read.coder.ProxyReading;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.state.StateBucket;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.terraform.Root;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Evidence from the Terraform JSON that was synthesized. */
@ExtendWith(RunParameter.class)
class ConfigurationConformance {

  @TestFactory
  Stream<DynamicTest> configuration(Run run) {
    Path folder = run.folder().resolve("synthesized");
    Deployment deployment = run.deployment();
    List<Path> written = Synthesis.write(deployment, folder);
    Facts facts = read(deployment, folder).and(WrittenFiles.read(folder, written));
    return Verdicts.over(run, facts, Reading.of("synthesized JSON"));
  }

  /**
   * The roots of the deployment, and of the root that makes the bucket for the state the bucket
   * alone: that its own state lies in a file cannot be otherwise.
   */
  private static Facts read(Deployment deployment, Path folder) {
    Path output = folder.resolve(Synthesis.OUTPUT);
    List<Fact> buckets = new ArrayList<>();
    for (Root bootstrap : deployment.bootstrap()) {
      Facts facts = TerraformJson.read(Synthesis.cdkTfJson(output, bootstrap)).facts();
      buckets.addAll(facts.all(StateBucket.class).facts());
    }
    List<Path> parts =
        deployment.parts().stream().map(root -> Synthesis.cdkTfJson(output, root)).toList();
    Facts deployed = TerraformJson.readAll(parts).facts();
    return deployed.and(buckets).and(proxies(deployment, output, deployed));
  }

  /** What the roots of proxies say, those that wait among them; all are applied after the parts. */
  private static List<Fact> proxies(Deployment deployment, Path output, Facts deployed) {
    return deployment.proxies().stream()
        .map(
            proxy ->
                Synthesis.cdkTfJson(
                    proxy.awaits().isPresent() ? output.resolve(Synthesis.PENDING) : output,
                    proxy.root()))
        .flatMap(file -> ProxyReading.after(deployed, TerraformJson.read(file).facts()).stream())
        .toList();
  }
}
