package dev.atoll.stacks.terraform;

import dev.atoll.aws.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A root module: what one {@code terraform apply} applies.
 *
 * @param name its name, and that of its folder
 * @param backend where its state is
 * @param defaultTags the tags of everything it makes
 * @param resources its resources and data sources, every address once
 * @param outputs its outputs
 */
public record Root(
    String name,
    Backend backend,
    Map<String, String> defaultTags,
    List<Resource> resources,
    List<Output> outputs) {

  /** The versions of Terraform that have everything a root uses ({@code use_lockfile}: 1.10). */
  public static final String TERRAFORM_VERSION = ">= 1.11.0";

  /** The version of the AWS provider that the roots are checked against. */
  public static final String AWS_PROVIDER_VERSION = "5.100.0";

  public Root {
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
    requireUniqueAddresses(resources);
  }

  /** The top-level blocks as Terraform's JSON syntax has them, the backend aside. */
  public Block blocks() {
    Block blocks =
        Block.of("terraform", terraform()).with("provider", Block.of("aws", providers()));
    Map<String, Map<String, Block>> lookedUp = byType(true);
    Block withData = lookedUp.isEmpty() ? blocks : blocks.with("data", lookedUp);
    Block withResources = withData.with("resource", byType(false));
    return outputs.isEmpty() ? withResources : withResources.with("output", outputBlocks());
  }

  private static Block terraform() {
    return Block.of("required_version", TERRAFORM_VERSION)
        .with(
            "required_providers",
            Block.of(
                "aws", Block.of("source", "hashicorp/aws").with("version", AWS_PROVIDER_VERSION)));
  }

  private List<Block> providers() {
    return resources.stream()
        .map(Resource::region)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(this::provider)
        .toList();
  }

  private Block provider(Region region) {
    return Block.of("alias", region.identifier())
        .with("region", region.name())
        .with("default_tags", List.of(Block.of("tags", defaultTags)));
  }

  private Map<String, Map<String, Block>> byType(boolean data) {
    Map<String, Map<String, Block>> byType = new LinkedHashMap<>();
    for (Resource resource : resources) {
      if (resource instanceof Data == data) {
        byType
            .computeIfAbsent(resource.type(), type -> new LinkedHashMap<>())
            .put(resource.name(), body(resource));
      }
    }
    return byType;
  }

  private static Block body(Resource resource) {
    Block body = resource.arguments().with("provider", "aws." + resource.region().identifier());
    List<String> needs = resource.dependsOn().stream().map(Resource::address).toList();
    return needs.isEmpty() ? body : body.with("depends_on", needs);
  }

  private Map<String, Block> outputBlocks() {
    Map<String, Block> blocks = new LinkedHashMap<>();
    for (Output output : outputs) {
      blocks.put(
          output.name(),
          Block.of("description", output.description()).with("value", output.value()));
    }
    return blocks;
  }

  private static void requireUniqueAddresses(List<Resource> resources) {
    Map<String, Long> times =
        resources.stream().collect(Collectors.groupingBy(Resource::address, Collectors.counting()));
    times.values().removeIf(count -> count == 1);
    if (!times.isEmpty()) {
      throw new IllegalArgumentException("resources with the same address: " + times.keySet());
    }
  }
}
