package dev.atoll.conformance.read.resource;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The arguments of a resource, or of a block in it, as values that are known or say why not. */
public final class Attributes {

  private final Things things;
  private final Resource resource;
  private final Term.ObjectOf members;

  Attributes(Things things, Resource resource) {
    this(things, resource, resource.arguments());
  }

  private Attributes(Things things, Resource resource, Term.ObjectOf members) {
    this.things = things;
    this.resource = resource;
    this.members = members;
  }

  /** The root it is in. */
  public Things things() {
    return things;
  }

  /** Its resource type. */
  public String type() {
    return resource.type();
  }

  /** The resource. */
  public Ref ref() {
    return things.canonical(resource.address());
  }

  /** Where it was read. */
  public Source source() {
    Root root = things.root();
    return new Source(
        root.origin(),
        root.origin() == Origin.CONFIGURATION
            ? resource.address() + " (" + resource.file() + ")"
            : resource.address());
  }

  /** The Region it is in. */
  public Value<Region> region() {
    return things.region(resource);
  }

  /** Whether it is set, to whatever: the provider writes empty texts and lists for "not set". */
  public boolean has(String name) {
    Term term = term(name);
    return !(term instanceof Term.Absent)
        && !term.asText().filter(String::isEmpty).isPresent()
        && !(term instanceof Term.ListOf list && list.elements().isEmpty());
  }

  /** The thing that an argument refers to. */
  public Value<Ref> ref(String name) {
    return things.ref(members.member(name), what(name));
  }

  /** The resource of which an argument names a companion: the VPC of its default route table. */
  public Value<Ref> ownerOf(String name) {
    return term(name) instanceof Term.Reference reference
        ? Value.known(things.canonical(reference.address()))
        : Value.unknown("what " + what(name) + " belongs to is not in what was read");
  }

  /** The things that an argument lists; none when it is not set. */
  public Value<Set<Ref>> refs(String name) {
    return each(name, term -> things.ref(term, what(name))).map(LinkedHashSet::new);
  }

  /** A text. */
  public Value<String> text(String name) {
    return things.text(members.member(name), what(name));
  }

  /** A text, or what it is when not set. */
  public Value<String> text(String name, String otherwise) {
    return has(name) ? text(name) : Value.known(otherwise);
  }

  /**
   * A text in which what is known only after apply stands for itself: a thing as its address, an
   * attribute as {@code aws_eks_cluster.a.arn}.
   */
  public Value<String> symbolic(String name) {
    return things.symbolic(members.member(name), what(name));
  }

  /** The texts that an argument lists, in the same way. */
  public Value<List<String>> symbolics(String name) {
    return each(name, term -> things.symbolic(term, what(name)));
  }

  /** A text; whatever is not known in it stands for itself. */
  public Value<String> legible(String name) {
    return things.legible(members.member(name), what(name));
  }

  /** The texts that an argument lists; whatever is not known in them stands for itself. */
  public Value<List<String>> legibles(String name) {
    return each(name, term -> things.legible(term, what(name)));
  }

  /** The data source of that type of which the argument is that attribute. */
  public Optional<Attributes> data(String name, String type, String attribute) {
    return things.data(members.member(name), type, attribute);
  }

  /** The texts that an argument lists; none when it is not set. */
  public List<Value<String>> texts(String name) {
    return list(name)
        .fold(
            terms -> terms.stream().map(term -> things.text(term, what(name))).toList(),
            why -> List.of(Value.unknown(why)));
  }

  /** The things that an argument lists, each known or not. */
  public List<Value<Ref>> eachRef(String name) {
    return list(name)
        .fold(
            terms -> terms.stream().map(term -> things.ref(term, what(name))).toList(),
            why -> List.of(Value.unknown(why)));
  }

  /** Whether it is true, or what it is when not set. */
  public Value<Boolean> flag(String name, boolean otherwise) {
    return text(name, String.valueOf(otherwise))
        .flatMap(
            text ->
                text.equals("true") || text.equals("false")
                    ? Value.known(text.equals("true"))
                    : Value.unknown(what(name) + " is neither true nor false: " + text));
  }

  /** A whole number. */
  public Value<Integer> number(String name) {
    return text(name)
        .flatMap(
            text ->
                text.matches("-?\\d{1,9}")
                    ? Value.known(Integer.valueOf(text))
                    : Value.unknown(what(name) + " is no whole number: " + text));
  }

  /** A prefix. */
  public Value<Cidr> cidr(String name) {
    return text(name).flatMap(Attributes::parse);
  }

  /** A prefix, unknown when the text is none. */
  public static Value<Cidr> parse(String text) {
    try {
      return Value.known(Cidr.parse(text));
    } catch (IllegalArgumentException e) {
      return Value.unknown(e.getMessage());
    }
  }

  /** The blocks of that name; none when there is none. */
  public Value<List<Attributes>> blocks(String name) {
    return each(
        name,
        term ->
            things.resolve(term) instanceof Term.ObjectOf object
                ? Value.known(new Attributes(things, resource, object))
                : Value.unknown(what(name) + " is known after apply"));
  }

  /** Its tags, with those of the provider's {@code default_tags} where the format shows them. */
  public Value<Map<String, String>> tags() {
    Value<Map<String, String>> all = map("tags_all");
    return all.asOptional().filter(tags -> !tags.isEmpty()).isPresent() ? all : map("tags");
  }

  /** A map of texts; empty when it is not set. */
  public Value<Map<String, String>> map(String name) {
    Term term = term(name);
    if (term instanceof Term.Absent) {
      return Value.known(Map.of());
    }
    if (!(term instanceof Term.ObjectOf object)) {
      return Value.unknown(
          term instanceof Term.Unknown unknown ? unknown.why() : what(name) + " is no map");
    }
    Value<Map<String, String>> all = Value.known(Map.of());
    for (Map.Entry<String, Term> entry : object.members().entrySet()) {
      Value<String> text = things.text(entry.getValue(), what(name));
      all = all.flatMap(map -> text.map(value -> with(map, entry.getKey(), value)));
    }
    return all;
  }

  /** What an argument is made of: a literal, or a template or call with references. */
  public Term content(String name) {
    Term written = members.member(name);
    return written instanceof Term.Template || written instanceof Term.Call ? written : term(name);
  }

  /** The known texts of its attributes whose names end so. */
  public List<String> endpoints(String suffix) {
    return members.members().entrySet().stream()
        .filter(member -> member.getKey().endsWith(suffix))
        .flatMap(member -> member.getValue().asText().stream())
        .toList();
  }

  /** What an argument resolves to. */
  Term term(String name) {
    return things.resolve(members.member(name));
  }

  private Value<List<Term>> list(String name) {
    Term term = term(name);
    if (!has(name)) {
      return Value.known(List.of());
    }
    if (term instanceof Term.Unknown unknown) {
      return Value.unknown(unknown.why());
    }
    return Value.known(term instanceof Term.ListOf list ? list.elements() : List.of(term));
  }

  private <T> Value<List<T>> each(String name, Function<Term, Value<T>> read) {
    return list(name)
        .flatMap(
            terms -> {
              List<T> all = new ArrayList<>();
              for (Term term : terms) {
                Value<T> one = read.apply(term);
                if (one instanceof Value.Unknown<T> unknown) {
                  return Value.unknown(unknown.why());
                }
                one.asOptional().ifPresent(all::add);
              }
              return Value.known(all);
            });
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new TreeMap<>(map);
    more.put(key, value);
    return more;
  }

  private String what(String name) {
    return name + " of " + resource.address();
  }
}
