package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several roots that read each other's states, as one. An output that one reads from the state of
 * another is followed to what stands there; a state that belongs to none of them stays a data
 * source, and so a gap. An address that several roots have is told apart by the root's name.
 */
public final class Estate {

  /**
   * One of the roots.
   *
   * @param folder where it lies: paths of states in files start there
   * @param name what tells an address in it from the same address in another
   * @param root the root
   */
  public record Part(Path folder, String name, Root root) {}

  private static final String DEPENDS_ON = "depends_on";
  private static final Set<String> RELEASES = Set.of("helm_release", "terraform_data");

  private final List<Part> parts;
  private final List<Member> members = new ArrayList<>();

  private Estate(List<Part> parts) {
    this.parts = List.copyOf(parts);
    Set<String> ambiguous = ambiguous(parts);
    parts.forEach(part -> members.add(new Member(part, members.size() + ":", ambiguous)));
    members.forEach(member -> member.find(members));
  }

  /** The roots as one; all of one format, at least one. */
  public static Root joined(List<Part> parts) {
    return new Estate(parts).root();
  }

  private Root root() {
    Map<String, Term> regions = new HashMap<>();
    Map<String, String> uncounted = new HashMap<>();
    members.forEach(member -> regions.putAll(member.regions()));
    parts.forEach(part -> uncounted.putAll(part.root().uncounted()));
    return new Root(
        parts.get(0).root().origin(),
        members.stream().flatMap(member -> member.resources().stream()).toList(),
        regions,
        all(Root::backends),
        Map.of(),
        uncounted,
        all(Root::modules),
        shown(),
        all(Root::requirements),
        before());
  }

  private <T> List<T> all(Function<Root, Collection<T>> what) {
    return parts.stream().flatMap(part -> what.apply(part.root()).stream()).toList();
  }

  /** Outputs of one name, told apart by the roots that have them. */
  private List<Root.Output> shown() {
    Map<String, Long> roots =
        all(Root::shown).stream()
            .collect(Collectors.groupingBy(Root.Output::name, Collectors.counting()));
    return parts.stream()
        .flatMap(
            part ->
                part.root().shown().stream()
                    .map(output -> roots.get(output.name()) == 1 ? output : output.of(part.name())))
        .toList();
  }

  private Optional<Root> before() {
    List<Part> before = new ArrayList<>();
    for (Part part : parts) {
      part.root()
          .before()
          .ifPresent(root -> before.add(new Part(part.folder(), part.name(), root)));
    }
    return before.isEmpty() ? Optional.empty() : Optional.of(joined(before));
  }

  private static Set<String> ambiguous(List<Part> parts) {
    Set<String> seen = new HashSet<>();
    return parts.stream()
        .flatMap(part -> part.root().resources().stream())
        .map(Resource::address)
        .filter(address -> !seen.add(address))
        .collect(Collectors.toSet());
  }

  /** A root among the others. */
  private static final class Member {

    private final Part part;
    private final String prefix;
    private final NavigableMap<String, String> renamed = new TreeMap<>();
    private final Map<String, Member> owners = new HashMap<>();

    Member(Part part, String prefix, Set<String> ambiguous) {
      this.part = part;
      this.prefix = prefix;
      for (Resource resource : part.root().resources()) {
        if (ambiguous.contains(resource.address())) {
          renamed.put(resource.address(), part.name() + ":" + resource.address());
        }
      }
    }

    /** Finds the roots whose states this one reads. */
    void find(List<Member> others) {
      for (Resource resource : part.root().resources()) {
        if (resource.data() && resource.type().equals("terraform_remote_state")) {
          StateLocation.read(part.folder(), resource.arguments())
              .flatMap(read -> others.stream().filter(other -> other.keeps(read)).findFirst())
              .ifPresent(owner -> owners.put(resource.address(), owner));
        }
      }
    }

    private boolean keeps(StateLocation state) {
      return part.root().backends().stream()
          .anyMatch(
              backend ->
                  StateLocation.kept(part.folder(), backend).filter(state::equals).isPresent());
    }

    List<Resource> resources() {
      Rewriting rewriting = rewriting(Set.of());
      List<Term> earlier = earlier();
      return part.root().resources().stream()
          .filter(resource -> !owners.containsKey(resource.address()))
          .map(
              resource ->
                  new Resource(
                      renamed.getOrDefault(resource.address(), resource.address()),
                      resource.data(),
                      resource.type(),
                      prefix + resource.provider(),
                      after(earlier, named(rewriting.of(resource.arguments()))),
                      resource.file()))
          .toList();
    }

    /** What a resource says it comes after, by the names that those have among all roots. */
    private Term.ObjectOf named(Term.ObjectOf arguments) {
      if (renamed.isEmpty() || !(arguments.member(DEPENDS_ON) instanceof Term.ListOf before)) {
        return arguments;
      }
      Map<String, Term> members = new HashMap<>(arguments.members());
      members.put(
          DEPENDS_ON,
          new Term.ListOf(
              before.elements().stream()
                  .map(each -> each.asText().map(this::named).map(Term::text).orElse(each))
                  .toList()));
      return new Term.ObjectOf(members);
    }

    private String named(String address) {
      String first = renamed.ceilingKey(address + "[");
      boolean several = first != null && first.startsWith(address + "[");
      return several ? part.name() + ":" + address : renamed.getOrDefault(address, address);
    }

    /** Everything of the roots whose states it reads is there before anything of it. */
    private List<Term> earlier() {
      Set<Member> before = new LinkedHashSet<>();
      before(before);
      before.remove(this);
      return before.stream().flatMap(Member::releases).map(Term::text).toList();
    }

    private void before(Set<Member> found) {
      for (Member owner : owners.values()) {
        if (found.add(owner)) {
          owner.before(found);
        }
      }
    }

    /** Of what is made there, only the order of releases is looked at. */
    private Stream<String> releases() {
      return part.root().resources().stream()
          .filter(resource -> RELEASES.contains(resource.type()))
          .map(Resource::address)
          .map(address -> renamed.getOrDefault(address, address));
    }

    private static Term.ObjectOf after(List<Term> earlier, Term.ObjectOf arguments) {
      if (earlier.isEmpty()) {
        return arguments;
      }
      List<Term> all = new ArrayList<>(earlier);
      if (arguments.member(DEPENDS_ON) instanceof Term.ListOf own) {
        all.addAll(own.elements());
      }
      Map<String, Term> members = new HashMap<>(arguments.members());
      members.put(DEPENDS_ON, new Term.ListOf(all));
      return new Term.ObjectOf(members);
    }

    /** Where its providers work; each root has providers of its own. */
    Map<String, Term> regions() {
      Map<String, Term> regions = new HashMap<>();
      rewriting(Set.of())
          .each(part.root().regions())
          .forEach((provider, region) -> regions.put(prefix + provider, region));
      return regions;
    }

    /**
     * @param followed the outputs by which we came here, so that a circle ends
     */
    private Rewriting rewriting(Set<String> followed) {
      return new Rewriting(
          reference -> {
            String address = reference.address();
            return owners.containsKey(address)
                ? owners.get(address).output(reference, followed)
                : new Term.Reference(renamed.getOrDefault(address, address), reference.path());
          });
    }

    private Term output(Term.Reference reference, Set<String> followed) {
      RemoteOutput wanted = RemoteOutput.of(reference);
      Term value = part.root().outputs().get(wanted.name());
      if (value == null) {
        return new Term.Unknown(
            "the root that keeps the state of %s has no output %s"
                .formatted(reference.address(), wanted.name()));
      }
      Set<String> further = new HashSet<>(followed);
      return further.add(prefix + wanted.name())
          ? wanted.within(rewriting(further).of(value))
          : new Term.Unknown("the output " + wanted.name() + " refers to itself");
    }
  }
}
