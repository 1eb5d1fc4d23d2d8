package dev.atoll.conformance.synthesized;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The synthesized root of the documents' deployment, and what fails when one thing in it is broken.
 *
 * @param written the root as it was written
 * @param intended what the topology wants
 */
record Twins(ObjectNode written, Facts intended) {

  /** Writes it there. */
  static Twins in(Path folder) {
    Topology topology = new CoderDemo().topology();
    Deployment deployment = Deployment.of(topology);
    Synthesis.write(deployment, folder);
    Path file = Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), deployment.parts().get(0));
    try {
      return new Twins((ObjectNode) new ObjectMapper().readTree(file.toFile()), topology.facts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The practices that fail after it and do not as written.
   *
   * @throws AssertionError when it changes nothing, or mends something
   */
  Set<String> failAfter(Consumer<Edit> breaking) {
    ObjectNode broken = written.deepCopy();
    breaking.accept(new Edit(broken));
    if (broken.equals(written)) {
      throw new AssertionError("nothing was broken");
    }
    Set<String> before = failing(written);
    Set<String> after = failing(broken);
    if (!after.containsAll(before)) {
      throw new AssertionError("failed before: " + before + ", after: " + after);
    }
    after.removeAll(before);
    return after;
  }

  private Set<String> failing(JsonNode json) {
    Facts facts = TerraformJson.read(json, "cdk.tf.json").facts().intending(intended);
    return Catalogue.all().stream()
        .filter(practice -> practice.judge(facts).verdict() == Verdict.FAIL)
        .map(practice -> practice.about().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Access to a root that is being broken. */
  record Edit(ObjectNode root) {

    /** The arguments of a resource, or with a path what is below them. */
    ObjectNode at(String address, String... path) {
      String[] parts = address.split("\\.", -1);
      JsonNode node = root.path("resource").path(parts[0]).path(parts[1]);
      for (String step : path) {
        node = step.matches("\\d+") ? node.path(Integer.parseInt(step)) : node.path(step);
      }
      if (!node.isObject()) {
        throw new AssertionError("nothing at " + address + " " + String.join(".", path));
      }
      return (ObjectNode) node;
    }

    /** All resources of a type, by name. */
    ObjectNode all(String type) {
      return root.withObjectProperty("resource").withObjectProperty(type);
    }

    void remove(String address) {
      at(address);
      String[] parts = address.split("\\.", -1);
      all(parts[0]).remove(parts[1]);
    }

    /** Replaces text in one argument. */
    void replace(String address, String argument, String text, String by) {
      ObjectNode arguments = at(address);
      String before = arguments.path(argument).asText();
      if (!before.contains(text)) {
        throw new AssertionError(address + " has no " + text + " in " + before);
      }
      arguments.put(argument, before.replace(text, by));
    }
  }
}
