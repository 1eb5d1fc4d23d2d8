package dev.atoll.stacks.terraform;

import dev.atoll.stacks.terraform.Expression.Part;
import dev.atoll.stacks.terraform.Expression.Reference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A root module: what one {@code terraform apply} applies. Where its resources refer to a resource
 * of another root, it reads the outputs of that root's state.
 *
 * @param name its name, and that of its folder
 * @param backend where its state is
 * @param defaultTags the tags of everything it makes
 * @param resources its resources and data sources, every address once
 * @param outputs its outputs, every name once
 * @param remoteStates the states of the roots that must be applied before it
 * @param account the one AWS account that may be touched; empty for whichever the credentials are
 *     for
 */
public record Root(
    String name,
    Backend backend,
    Map<String, String> defaultTags,
    List<Resource> resources,
    List<Output> outputs,
    List<RemoteState> remoteStates,
    Optional<String> account) {

  /** The versions of Terraform that have everything a root uses ({@code use_lockfile}: 1.10). */
  public static final String TERRAFORM_VERSION = ">= 1.11.0";

  public Root {
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
    remoteStates = List.copyOf(remoteStates);
    requireUnique("resources with the same address", resources, Resource::address);
    requireUnique("outputs with the same name", outputs, Output::name);
  }

  /** A root that touches whichever account the credentials are for. */
  public Root(
      String name,
      Backend backend,
      Map<String, String> defaultTags,
      List<Resource> resources,
      List<Output> outputs,
      List<RemoteState> remoteStates) {
    this(name, backend, defaultTags, resources, outputs, remoteStates, Optional.empty());
  }

  /** A root that needs no other. */
  public Root(
      String name,
      Backend backend,
      Map<String, String> defaultTags,
      List<Resource> resources,
      List<Output> outputs) {
    this(name, backend, defaultTags, resources, outputs, List.of());
  }

  /** The same root, which touches that account and no other. */
  public Root in(Optional<String> only) {
    return new Root(name, backend, defaultTags, resources, outputs, remoteStates, only);
  }

  /** The top-level blocks as Terraform's JSON syntax has them, the backend aside. */
  public Block blocks() {
    Block blocks = Block.of("terraform", terraform()).with("provider", providerBlocks());
    Map<String, Object> lookedUp = new LinkedHashMap<>(byType(Data.class::isInstance));
    if (!remoteStates.isEmpty()) {
      lookedUp.put("terraform_remote_state", stateBlocks());
    }
    if (!lookedUp.isEmpty()) {
      blocks = blocks.with("data", lookedUp);
    }
    Map<String, Map<String, Block>> passing = byType(Ephemeral.class::isInstance);
    if (!passing.isEmpty()) {
      blocks = blocks.with("ephemeral", passing);
    }
    blocks =
        blocks.with(
            "resource", byType(each -> !(each instanceof Data || each instanceof Ephemeral)));
    blocks = outputs.isEmpty() ? blocks : blocks.with("output", outputBlocks());
    return blocks.referring(this::locally);
  }

  /** How this root writes a reference: to another root's state where the resource is there. */
  private Part locally(Reference reference) {
    return owner(reference.address()).<Part>map(state -> state.output(reference)).orElse(reference);
  }

  private Optional<RemoteState> owner(String address) {
    return remoteStates.stream().filter(state -> state.addresses().contains(address)).findFirst();
  }

  private Map<String, Block> stateBlocks() {
    Map<String, Block> blocks = new LinkedHashMap<>();
    remoteStates.forEach(state -> blocks.put(state.name(), state.block()));
    return blocks;
  }

  private Block terraform() {
    Map<String, Object> required = new LinkedHashMap<>();
    providers()
        .forEach(
            (name, all) ->
                required.put(
                    name,
                    Block.of("source", all.get(0).source()).with("version", all.get(0).version())));
    return Block.of("required_version", TERRAFORM_VERSION).with("required_providers", required);
  }

  /** The providers of its resources by their local names, each list in the order of Regions. */
  private Map<String, List<Provider>> providers() {
    return resources.stream()
        .map(Resource::provider)
        .filter(Provider::configured)
        .distinct()
        .sorted(Comparator.comparing(Provider::region))
        .collect(Collectors.groupingBy(Provider::name, TreeMap::new, Collectors.toList()));
  }

  private Map<String, Object> providerBlocks() {
    Map<String, Object> blocks = new LinkedHashMap<>();
    providers()
        .forEach((name, all) -> blocks.put(name, all.stream().map(this::configuration).toList()));
    return blocks;
  }

  private Block configuration(Provider provider) {
    Block block = Block.of("alias", provider.region().identifier());
    for (Map.Entry<String, Object> argument : provider.arguments().content().entrySet()) {
      block = block.with(argument.getKey(), argument.getValue());
    }
    return provider instanceof AwsProvider ? ofThisAccount(block) : block;
  }

  private Block ofThisAccount(Block aws) {
    Block tagged = aws.with("default_tags", List.of(Block.of("tags", defaultTags)));
    return account.map(id -> tagged.with("allowed_account_ids", List.of(id))).orElse(tagged);
  }

  /** The files that must lie beside it, each path once. */
  public List<Attachment> attachments() {
    return resources.stream().flatMap(each -> each.attachments().stream()).distinct().toList();
  }

  private Map<String, Map<String, Block>> byType(Predicate<Resource> kind) {
    Map<String, Map<String, Block>> byType = new LinkedHashMap<>();
    for (Resource resource : resources) {
      if (kind.test(resource)) {
        byType
            .computeIfAbsent(resource.type(), type -> new LinkedHashMap<>())
            .put(resource.name(), body(resource));
      }
    }
    return byType;
  }

  private Block body(Resource resource) {
    Provider provider = resource.provider();
    Block body =
        provider.configured()
            ? resource.arguments().with("provider", provider.reference())
            : resource.arguments();
    // What is in another root is there already: that root was applied before.
    List<String> needs =
        Stream.concat(resource.companions().stream(), resource.dependsOn().stream())
            .map(Resource::address)
            .filter(address -> owner(address).isEmpty())
            .toList();
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

  private static <T> void requireUnique(String what, List<T> all, Function<T, String> name) {
    Map<String, Long> times =
        all.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
    times.values().removeIf(count -> count == 1);
    if (!times.isEmpty()) {
      throw new IllegalArgumentException(what + ": " + times.keySet());
    }
  }
}
