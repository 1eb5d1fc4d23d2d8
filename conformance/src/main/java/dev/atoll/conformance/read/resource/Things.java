package dev.atoll.conformance.read.resource;

import dev.atoll.aws.Region;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The resources of a root, found by type, by reference, and by what refers to them. */
public final class Things {

  private static final Pattern ACCOUNT = Pattern.compile("^\\d{12}/");

  private final Root root;
  private final Map<String, Resource> byAddress = new LinkedHashMap<>();
  private final Map<String, List<Attributes>> byType = new HashMap<>();
  private final Map<String, Map<Ref, List<Attributes>>> pointing = new HashMap<>();
  private final Map<String, Optional<String>> unplaced = new HashMap<>();
  private final Aliases aliases;
  private final Resolution resolution;
  private final Sequence sequence;
  private final Optional<Things> before;

  public Things(Root root) {
    this.root = root;
    for (Resource resource : root.resources()) {
      byAddress.put(resource.address(), resource);
      // Data sources are listed apart, as data.TYPE.
      byType
          .computeIfAbsent(
              (resource.data() ? "data." : "") + resource.type(), type -> new ArrayList<>())
          .add(new Attributes(this, resource));
    }
    this.aliases = new Aliases(byAddress.values());
    this.resolution = new Resolution(byAddress, root.origin());
    this.sequence = new Sequence(byAddress);
    this.before = root.before().map(Things::new);
    adopt();
  }

  /** What is there now, followed by what was there before the plan. */
  public List<Things> nowAndBefore() {
    return Stream.concat(Stream.of(this), before.stream()).toList();
  }

  /** What was read. */
  public Root root() {
    return root;
  }

  /** The resources of these types, in the file's order. */
  public List<Attributes> ofType(String... types) {
    List<Attributes> all = new ArrayList<>();
    for (String type : types) {
      all.addAll(byType.getOrDefault(type, List.of()));
    }
    return all;
  }

  /** The resources of that type whose argument refers to that thing. */
  public List<Attributes> pointing(String type, String argument, Ref to) {
    return pointing
        .computeIfAbsent(type + "." + argument, key -> index(type, argument))
        .getOrDefault(to, List.of());
  }

  /**
   * Why more resources of that type may refer to a thing than {@link #pointing} says; empty when it
   * is known what each of them refers to.
   */
  public Optional<String> unplaced(String type, String argument) {
    return unplaced.computeIfAbsent(type + "." + argument, key -> firstUnknown(type, argument));
  }

  private Optional<String> firstUnknown(String type, String argument) {
    return ofType(type).stream()
        .flatMap(
            each ->
                each
                    .ref(argument)
                    .<Optional<String>>fold(
                        ref -> Optional.empty(),
                        why -> Optional.of(argument + " of " + each.ref() + ": " + why))
                    .stream())
        .findFirst();
  }

  private Map<Ref, List<Attributes>> index(String type, String argument) {
    Map<Ref, List<Attributes>> index = new HashMap<>();
    for (Attributes each : ofType(type)) {
      each.ref(argument)
          .asOptional()
          .ifPresent(ref -> index.computeIfAbsent(ref, key -> new ArrayList<>()).add(each));
    }
    return index;
  }

  /** The resource that a reference means, when it is in this root. */
  public Optional<Attributes> at(Ref ref) {
    return Optional.ofNullable(byAddress.get(ref.key()))
        .filter(resource -> !resource.data())
        .map(resource -> new Attributes(this, resource));
  }

  /** What Terraform makes before that resource, through whatever lies between. */
  public List<Attributes> before(Ref ref) {
    return sequence.before(ref.key()).stream()
        .map(address -> new Attributes(this, byAddress.get(address)))
        .toList();
  }

  /** What comes with that thing, such as the {@code default_security_group_id} of a VPC. */
  public Ref companion(Ref of, String path) {
    return ref(new Term.Reference(of.key(), path))
        .fold(ref -> ref, why -> new Ref(of.key() + "." + path));
  }

  /** The Region in which that resource is: its own, since version 6, or its provider's. */
  Value<Region> region(Resource resource) {
    Term own = resource.arguments().member("region");
    if (resource.type().startsWith("aws_") && resolve(own).asText().isPresent()) {
      return Value.known(new Region(resolve(own).asText().get()));
    }
    Term region = root.regions().getOrDefault(resource.provider(), Term.absent());
    if (region instanceof Term.Reference cluster && byAddress.containsKey(cluster.address())) {
      // A provider that talks to a cluster works where that is.
      Resource talked = byAddress.get(cluster.address());
      return talked.type().startsWith("aws_")
          ? region(talked)
          : Value.unknown(cluster.address() + " is not on AWS");
    }
    return resolve(region)
        .asText()
        .or(() -> Arns.region(resource.arguments()))
        .map(name -> Value.known(new Region(name)))
        .orElseGet(
            () ->
                Value.unknown(
                    root.origin() == Origin.STATE
                        ? "a state does not say which Region its providers work in"
                        : "the provider of " + resource.address() + " names no Region"));
  }

  /** The thing at that address. */
  public Ref ref(String address) {
    return canonical(address);
  }

  Ref canonical(String key) {
    return aliases.canonical(key);
  }

  /** A literal, a list, an object, the reference of a thing, absent, or unknown. */
  Term resolve(Term term) {
    return resolution.resolve(term);
  }

  /** The text of a term; the id of a thing where that is known. */
  Value<String> text(Term term, String what) {
    Term resolved = resolution.id(resolve(term));
    return resolved.asText().map(Value::known).orElseGet(() -> Value.unknown(why(resolved, what)));
  }

  /** The text of a term in which what is known only after apply stands for itself. */
  Value<String> symbolic(Term term, String what) {
    Term resolved = resolution.symbolic(term);
    return resolved.asText().map(Value::known).orElseGet(() -> Value.unknown(why(resolved, what)));
  }

  /** The text of a term in which what is not known stands for itself. */
  Value<String> legible(Term term, String what) {
    Term text = resolution.legible(term);
    return text.asText().map(Value::known).orElseGet(() -> Value.unknown(why(text, what)));
  }

  /** The data source whose attribute a term is. */
  Optional<Attributes> data(Term term, String type, String path) {
    // A plan keeps of an expression only what it refers to; one reference is taken to be all of it.
    Term only =
        term instanceof Term.Derived derived && derived.from().size() == 1
            ? derived.from().get(0)
            : term;
    return only instanceof Term.Reference reference && reference.path().equals(path)
        ? Optional.ofNullable(byAddress.get(reference.address()))
            .filter(resource -> resource.data() && resource.type().equals(type))
            .map(resource -> new Attributes(this, resource))
        : Optional.empty();
  }

  /** The thing that a term refers to. */
  Value<Ref> ref(Term term) {
    return ref(term, "it");
  }

  Value<Ref> ref(Term term, String what) {
    Term resolved = resolve(term);
    if (resolved instanceof Term.Reference reference) {
      boolean own = Identity.own(reference.path());
      return Value.known(canonical(own ? reference.address() : reference.toString()));
    }
    return resolved
        .asText()
        .filter(text -> !text.isEmpty())
        // A security group of another account is written as account/id.
        .map(text -> Value.known(canonical(ACCOUNT.matcher(text).replaceFirst(""))))
        .orElseGet(() -> Value.unknown(why(resolved, what)));
  }

  private static String why(Term term, String what) {
    if (term instanceof Term.Unknown unknown) {
      return unknown.why();
    }
    if (term instanceof Term.Reference reference) {
      return reference + " is known after apply";
    }
    return term instanceof Term.Absent || term.asText().isPresent()
        ? what + " is not set"
        : what + " is no single value";
  }

  /** Resources that take over what came with a VPC, and the table that used to be the main one. */
  private void adopt() {
    adopt("aws_default_route_table", "default_route_table_id", "default_route_table_id");
    adopt("aws_default_network_acl", "default_network_acl_id", "default_network_acl_id");
    adopt("aws_default_security_group", "vpc_id", "default_security_group_id");
    for (Attributes association : ofType("aws_main_route_table_association")) {
      Term original = association.term("original_route_table_id");
      association
          .ref("vpc_id")
          .asOptional()
          .ifPresent(
              vpc ->
                  original
                      .asText()
                      .ifPresent(id -> aliases.same(id, vpc.key() + ".default_route_table_id")));
    }
  }

  private void adopt(String type, String argument, String companion) {
    for (Attributes adopter : ofType(type)) {
      Value<Ref> of = adopter.ref(argument);
      of.asOptional()
          .map(ref -> argument.equals(companion) ? ref.key() : ref.key() + "." + companion)
          .ifPresent(key -> aliases.same(key, adopter.ref().key()));
    }
  }
}
