package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One root: a folder that is applied by itself. */
final class HclRoot {

  private static final Set<String> RUNS_COMMANDS = Set.of("null_resource", "terraform_data");

  private final Sources sources;
  private final HclModule module;
  private final Map<String, Term> shared;
  private final Keys keys = new Keys();
  private final Map<Path, Taken> taken = new LinkedHashMap<>();
  private final List<Resource> resources = new ArrayList<>();
  private final Map<String, String> uncounted = new HashMap<>();
  private final List<String> unread = new ArrayList<>();
  private final Set<Place> made = new HashSet<>();
  private final Set<Place> none = new HashSet<>();
  private final ModuleInstance instance;

  /**
   * @param values what files or the command line give its variables
   * @param shared what variables of that name are throughout the estate
   */
  HclRoot(Sources sources, HclModule module, Map<String, Term> values, Map<String, Term> shared) {
    this.sources = sources;
    this.module = module;
    this.shared = shared;
    this.instance = new ModuleInstance(module, this, "", values, Map.of());
  }

  Sources sources() {
    return sources;
  }

  HclModule module() {
    return module;
  }

  Keys keys() {
    return keys;
  }

  ModuleInstance instance() {
    return instance;
  }

  /** An empty default where the rest of the estate has a value is a blank to fill in. */
  boolean isPlaceholder(String prefix, String name, HclAttribute written) {
    return prefix.isEmpty()
        && shared.containsKey(name)
        && written.expression().getText().equals("\"\"");
  }

  /** What the estate says of a variable that has no value of its own here. */
  Optional<Term> given(String name) {
    return Optional.ofNullable(shared.get(name));
  }

  void takes(Path file, String text, boolean template) {
    taken.putIfAbsent(file, new Taken(text, template));
  }

  /** Where blocks begin of which there is one, or how many there are is not known. */
  Set<Place> made() {
    return made;
  }

  /** Where blocks begin of which some instance of their module has none. */
  Set<Place> none() {
    return none;
  }

  /** What stands in a file, and whether it was taken in as a template. */
  record Taken(String text, boolean template) {}

  /** The files that expressions took in, with what stands in them. */
  Map<Path, Taken> taken() {
    return taken;
  }

  /** Everything that it makes. */
  Root read() {
    walk(instance, "");
    return new Root(
        Origin.CONFIGURATION,
        resources,
        Providers.regions(instance),
        backends(),
        outputs(),
        uncounted,
        unread,
        shown(),
        requirements(),
        Optional.empty());
  }

  private void walk(ModuleInstance at, String prefix) {
    unread.addAll(at.module().unread());
    at.module().blocks("resource").forEach(block -> add(at, block, false));
    at.module().blocks("data").forEach(block -> add(at, block, true));
    at.module()
        .calls()
        .forEach(
            (name, call) -> {
              String address = prefix + "module." + name;
              at.calls(name)
                  .ifPresentOrElse(
                      made -> made.forEach((suffix, one) -> walk(one, address + suffix + ".")),
                      () ->
                          unread.add(
                              "%s (%s)".formatted(address, Sources.source(call).orElse("?"))));
            });
  }

  private void add(ModuleInstance at, HclBlock block, boolean data) {
    String type = block.label(0);
    String written = (data ? "data." : "") + type + "." + block.label(1);
    Optional<List<Repetition>> all = Repetition.of(block.body(), at.evaluation());
    if (all.isEmpty()) {
      uncounted.put(type, at.address(written));
    }
    (all.filter(List::isEmpty).isPresent() ? none : made).add(block.place());
    // However many there are: what one of them runs, each does.
    List<Repetition> instances =
        all.orElse(
            RUNS_COMMANDS.contains(type) ? List.of(new Repetition("[*]", Map.of())) : List.of());
    for (Repetition one : instances) {
      Evaluation here = at.evaluation().with(one.names());
      Map<String, Term> arguments = new HashMap<>(Blocks.arguments(block.body(), here).members());
      arguments.remove("lifecycle");
      List<Term> after = dependencies(at, block);
      if (!after.isEmpty()) {
        arguments.put("depends_on", new Term.ListOf(after));
      }
      resources.add(
          new Resource(
              at.address(written) + one.suffix(),
              data,
              type,
              at.provider(provider(block)),
              new Term.ObjectOf(arguments),
              block.place().toString()));
    }
  }

  private static String provider(HclBlock block) {
    return block
        .body()
        .attribute("provider")
        .map(named -> named.expression().getText())
        .orElse(block.label(0).replaceFirst("_.*", ""));
  }

  /** What a resource says it comes after; a module stands for everything in it. */
  private List<Term> dependencies(ModuleInstance at, HclBlock block) {
    return block
        .body()
        .attribute("depends_on")
        .map(written -> written.expression().getText().replaceAll("[\\[\\]\\s]", ""))
        .stream()
        .flatMap(text -> Stream.of(text.split(",", -1)))
        .filter(name -> !name.isEmpty())
        .flatMap(name -> name.startsWith("module.") ? within(at, name) : Stream.of(name))
        .map(name -> Term.text(at.address(name)))
        .collect(Collectors.toList());
  }

  private static Stream<String> within(ModuleInstance at, String call) {
    return at.calls(call.substring("module.".length())).stream()
        .flatMap(made -> made.entrySet().stream())
        .flatMap(
            one ->
                one.getValue()
                    .module()
                    .blocks("resource")
                    .map(
                        block ->
                            "%s%s.%s.%s"
                                .formatted(call, one.getKey(), block.label(0), block.label(1))));
  }

  /** Without a backend block the state is a file beside the root. */
  private List<Root.Backend> backends() {
    List<Root.Backend> all = new ArrayList<>();
    List<HclBlock> settings = module.blocks("terraform").toList();
    boolean cloud = settings.stream().anyMatch(block -> !block.body().blocks("cloud").isEmpty());
    for (HclBlock block : settings) {
      for (HclBlock backend : block.body().blocks("backend")) {
        all.add(
            new Root.Backend(
                backend.label(0),
                Blocks.object(backend.body(), instance.evaluation()),
                backend.place().toString()));
      }
    }
    // The root that makes the state's own bucket starts without it.
    boolean bootstrap =
        resources.stream().anyMatch(one -> one.type().equals("aws_s3_bucket_versioning"));
    Optional<HclBlock> first =
        Stream.concat(settings.stream(), module.blocks("provider")).findFirst();
    if (all.isEmpty() && !cloud && !bootstrap && module.blocks("provider").findAny().isPresent()) {
      all.add(
          new Root.Backend(
              "local", new Term.ObjectOf(Map.of()), first.orElseThrow().place().toString()));
    }
    return all;
  }

  private Map<String, Term> outputs() {
    Map<String, Term> outputs = new HashMap<>();
    module.outputs().keySet().forEach(name -> outputs.put(name, instance.output(name)));
    return outputs;
  }

  private List<Root.Output> shown() {
    return module.outputs().entrySet().stream()
        .map(
            output ->
                new Root.Output(
                    output.getKey(),
                    output
                        .getValue()
                        .body()
                        .attribute("sensitive")
                        .filter(flag -> flag.expression().getText().equals("true"))
                        .isPresent(),
                    instance.output(output.getKey()),
                    Optional.of(output.getValue().place().toString())))
        .toList();
  }

  private List<Root.Requirement> requirements() {
    List<Root.Requirement> all = new ArrayList<>();
    module
        .blocks("terraform")
        .flatMap(block -> block.body().blocks("required_providers").stream())
        .flatMap(block -> block.body().attributes().stream())
        .forEach(
            provider -> {
              Term said = instance.evaluation().of(provider.expression());
              Term.ObjectOf object =
                  said instanceof Term.ObjectOf one
                      ? one
                      : new Term.ObjectOf(Map.of("version", said));
              all.add(
                  new Root.Requirement(
                      object.member("source").asText().orElse("hashicorp/" + provider.name()),
                      object.member("version").asText().orElse(""),
                      "terraform.required_providers.%s (%s)"
                          .formatted(provider.name(), provider.place())));
            });
    return all;
  }
}
