package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.practice.Finding;
import dev.atoll.practice.proxy.ReadyNotDeployed;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.proxy.ProxyRoot;
import dev.atoll.topology.Topology;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a topology as Terraform JSON. */
@Command(
    name = "synth",
    description = {
      "Writes a topology as Terraform JSON, then tries terraform init.",
      "Synthesis needs neither network nor credentials. When terraform init needs something that"
          + " is not there, synth still succeeds and says which command is missing."
    },
    mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DeploymentOption option;

  @Option(names = "--no-init", description = "Write, and leave terraform init to others.")
  private boolean noInit;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    Topology described = option.topology();
    Deployment deployment = option.deployment(described);
    Path folder = option.folder();
    List<Path> written = Synthesis.write(deployment, folder);
    String next = next(deployment, folder);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        output == Output.JSON
            ? Json.print(json(described, deployment, folder, written, next))
            : text(described, deployment, folder, written, next));
    out.flush();
    return ExitCode.FINE;
  }

  /** Several roots are initialized when they are applied, each in its turn. */
  private String next(Deployment deployment, Path folder) {
    if (deployment.layout() == Layout.LAYERED) {
      return "%d roots, in the order of cdktf.out/manifest.json. Next: atoll apply%s"
          .formatted(deployment.parts().size(), option.again());
    }
    return noInit ? "Next: terraform init" : new Initialization(folder, deployment).attempt();
  }

  private static String text(
      Topology described, Deployment deployment, Path folder, List<Path> written, String next) {
    StringBuilder text = new StringBuilder();
    text.append(warnings(described.warnings()));
    text.append(
        "%s: %d Regions, %d resources, in %s%n"
            .formatted(
                described.name(),
                described.regions().size(),
                deployment.parts().stream().mapToInt(root -> root.resources().size()).sum(),
                folder));
    written.forEach(file -> text.append("  %s%n".formatted(folder.relativize(file))));
    text.append(pending(deployment));
    return text.append(next).toString();
  }

  /** What is ready and not deployed, why, and what an apply would say today. */
  private static String pending(Deployment deployment) {
    StringBuilder lines = new StringBuilder();
    for (ProxyRoot proxy : deployment.proxies()) {
      proxy
          .awaits()
          .ifPresent(
              why ->
                  lines.append(
                      "Ready, not deployed: %s, because %s. Without the licence Coder says: %s%n"
                          .formatted(proxy.root().name(), why, ReadyNotDeployed.SENTENCE)));
    }
    return lines.toString();
  }

  /** One line per practice: a mesh of 33 Regions has the same to say 528 times. */
  private static String warnings(List<Finding> findings) {
    Map<String, List<Finding>> byPractice =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.practice().id(), LinkedHashMap::new, Collectors.toList()));
    StringBuilder lines = new StringBuilder();
    byPractice.forEach(
        (id, same) ->
            lines.append(
                "%s %s: %s%s (atoll explain %s)%n"
                    .formatted(
                        Json.lower(same.get(0).severity()),
                        id,
                        same.get(0).what(),
                        same.size() == 1 ? "" : " and %d more".formatted(same.size() - 1),
                        id)));
    return lines.toString();
  }

  private static ObjectNode json(
      Topology described, Deployment deployment, Path folder, List<Path> written, String next) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("topology", described.name())
            .put("folder", folder.toString())
            .put("next", next);
    written.forEach(file -> node.withArray("files").add(folder.relativize(file).toString()));
    deployment
        .proxies()
        .forEach(
            proxy ->
                proxy
                    .awaits()
                    .ifPresent(
                        why ->
                            node.withArray("pending")
                                .addObject()
                                .put("root", proxy.root().name())
                                .put("because", why)
                                .put("error", ReadyNotDeployed.SENTENCE)));
    node.set("warnings", Json.array(described.warnings().stream().map(Json::of).toList()));
    return node;
  }
}
