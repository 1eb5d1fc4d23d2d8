package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Scope;
import dev.atoll.conformance.read.term.Term;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A module as one call made it: its names, and the modules that it calls. Evaluated when asked. */
final class ModuleInstance implements Scope {

  private static final String ITSELF = " refers to itself";

  /** A resource with an index: {@code data.aws_x.y["z"]}. */
  private static final Pattern INSTANCE =
      Pattern.compile("((?:data\\.)?[a-z]\\w*\\.[\\w-]+)\\[[^\\]]*]");

  private final HclModule module;
  private final HclRoot root;
  private final String prefix;
  private final Map<String, Term> given;
  private final Map<String, String> providers;
  private final Map<String, Term> known = new HashMap<>();
  private final Map<String, Optional<Map<String, ModuleInstance>>> called = new HashMap<>();
  private final Map<String, Optional<List<String>>> counted = new HashMap<>();

  /**
   * @param prefix what its addresses start with: {@code module.a.} or nothing
   * @param given the values of its variables
   * @param providers the root's provider configuration by the name that it has here
   */
  ModuleInstance(
      HclModule module,
      HclRoot root,
      String prefix,
      Map<String, Term> given,
      Map<String, String> providers) {
    this.module = module;
    this.root = root;
    this.prefix = prefix;
    this.given = given;
    this.providers = providers;
  }

  HclModule module() {
    return module;
  }

  Path folder() {
    return module.folder();
  }

  Keys keys() {
    return root.keys();
  }

  /** An expression here read that file. */
  void takes(Path file, String text, boolean template) {
    root.takes(file, text, template);
  }

  Evaluation evaluation() {
    return new Evaluation(this, Map.of());
  }

  /** The root's key for a provider as this module calls it. */
  String provider(String name) {
    return providers.getOrDefault(name, name);
  }

  @Override
  public Term local(String name) {
    return once(
        "local." + name,
        () ->
            Optional.ofNullable(module.locals().get(name))
                .map(local -> evaluation().of(local.expression()))
                .orElse(new Term.Unknown("local." + name + " is not in what was read")));
  }

  @Override
  public Term variable(String name) {
    Term value = given.get(name);
    if (value instanceof Term.Absent && isNullable(name)) {
      return value;
    }
    if (value != null && !(value instanceof Term.Absent)) {
      return once(
          "var." + name,
          () -> TypeDefaults.complete(value, module.variables().get(name), evaluation()));
    }
    return once("var." + name, () -> defaultOf(name));
  }

  /** A null that a call gives is null, and not the default, unless the variable takes none. */
  private boolean isNullable(String name) {
    return Optional.ofNullable(module.variables().get(name))
        .flatMap(block -> block.body().attribute("nullable"))
        .filter(flag -> flag.expression().getText().equals("false"))
        .isEmpty();
  }

  private Term defaultOf(String name) {
    Optional<HclAttribute> written =
        Optional.ofNullable(module.variables().get(name))
            .flatMap(block -> block.body().attribute("default"));
    if (written.isPresent() && !root.isPlaceholder(prefix, name, written.get())) {
      return evaluation().of(written.get().expression());
    }
    return prefix.isEmpty()
        ? root.given(name).orElseGet(() -> Inputs.of(name))
        : new Term.Unknown("var." + name + " is not given to " + prefix);
  }

  @Override
  public Term output(String call, String name) {
    int index = call.indexOf('[');
    String which = index < 0 ? call : call.substring(0, index);
    Optional<Map<String, ModuleInstance>> instances = calls(which);
    if (instances.isEmpty()) {
      return new Term.Unknown("module." + which + " was not read");
    }
    ModuleInstance one = instances.get().get(index < 0 ? "" : call.substring(index));
    return one == null ? new Term.Unknown("module." + call + Steps.MISSING) : one.output(name);
  }

  Term output(String name) {
    return once(
        "output." + name,
        () ->
            Optional.ofNullable(module.outputs().get(name))
                .flatMap(block -> block.body().attribute("value"))
                .map(value -> evaluation().of(value.expression()))
                .orElse(new Term.Unknown("output " + name + Steps.MISSING)));
  }

  private Term once(String name, java.util.function.Supplier<Term> value) {
    if (!known.containsKey(name)) {
      known.put(name, new Term.Unknown(name + ITSELF));
      known.put(name, value.get());
    }
    return known.get(name);
  }

  /** The instances of a call by their suffix; empty when it was not read or not counted. */
  Optional<Map<String, ModuleInstance>> calls(String name) {
    if (!called.containsKey(name)) {
      called.put(name, Optional.empty());
      called.put(name, made(name));
    }
    return called.get(name);
  }

  private Optional<Map<String, ModuleInstance>> made(String name) {
    HclBlock call = module.calls().get(name);
    Optional<HclModule> callee =
        Optional.ofNullable(call).flatMap(block -> root.sources().called(block));
    if (callee.isEmpty()) {
      return Optional.empty();
    }
    return Repetition.of(call.body(), evaluation())
        .map(
            all -> {
              Map<String, ModuleInstance> instances = new LinkedHashMap<>();
              all.forEach(one -> instances.put(one.suffix(), instance(call, callee.get(), one)));
              return instances;
            });
  }

  private ModuleInstance instance(HclBlock call, HclModule callee, Repetition one) {
    Evaluation here = evaluation().with(one.names());
    Map<String, Term> arguments = new HashMap<>();
    for (HclAttribute argument : call.body().attributes()) {
      if (Blocks.isArgument(argument.name())) {
        arguments.put(argument.name(), here.of(argument.expression()));
      }
    }
    return new ModuleInstance(
        callee,
        root,
        prefix + "module." + call.label(0) + one.suffix() + ".",
        arguments,
        Providers.passed(call, this));
  }

  /** Whether such an instance of a resource is known not to be there. */
  boolean lacks(String address) {
    Matcher instance =
        INSTANCE.matcher(address.startsWith(prefix) ? address.substring(prefix.length()) : "");
    return instance.matches()
        && instances(instance.group(1)).filter(all -> !all.contains(address)).isPresent();
  }

  /** The addresses of the instances of a resource, by its name here; empty when not known. */
  Optional<List<String>> instances(String written) {
    if (!counted.containsKey(written)) {
      // How many there are may depend on itself.
      counted.put(written, Optional.empty());
      counted.put(written, count(written));
    }
    return counted.get(written);
  }

  private Optional<List<String>> count(String written) {
    boolean data = written.startsWith("data.");
    String[] names = written.substring(data ? 5 : 0).split("\\.", -1);
    return names.length != 2
        ? Optional.empty()
        : module
            .blocks(data ? "data" : "resource")
            .filter(block -> block.label(0).equals(names[0]) && block.label(1).equals(names[1]))
            .findFirst()
            .flatMap(block -> Repetition.of(block.body(), evaluation()))
            .map(all -> all.stream().map(one -> prefix + written + one.suffix()).toList());
  }

  @Override
  public Term instance(String name) {
    return new Term.Unknown(name + " has no value here");
  }

  @Override
  public Term path(String name) {
    return name.equals("module") ? Term.text(module.folder().toString()) : Term.text(".");
  }

  @Override
  public String address(String written) {
    return prefix + written;
  }
}
