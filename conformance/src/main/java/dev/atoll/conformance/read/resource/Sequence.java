package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What Terraform makes before what: whatever a resource refers to or says that it depends on. */
final class Sequence {

  private final Map<String, Resource> resources;
  private final NavigableSet<String> addresses;
  private final Map<String, Set<String>> direct = new HashMap<>();

  Sequence(Map<String, Resource> resources) {
    this.resources = resources;
    this.addresses = new TreeSet<>(resources.keySet());
  }

  /** The addresses of what comes before a resource, through whatever lies between. */
  Set<String> before(String address) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(direct(address));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(direct(next));
      }
    }
    found.remove(address);
    return found;
  }

  private Set<String> direct(String address) {
    return direct.computeIfAbsent(
        address,
        key -> {
          Set<String> found = new LinkedHashSet<>();
          Resource resource = resources.get(key);
          if (resource != null) {
            collect(resource.arguments().members().values(), found);
            if (resource.arguments().member("depends_on") instanceof Term.ListOf list) {
              list.elements().forEach(each -> each.asText().ifPresent(text -> add(text, found)));
            }
          }
          return found;
        });
  }

  private void collect(Collection<Term> terms, Set<String> found) {
    for (Term term : terms) {
      if (term instanceof Term.Reference reference) {
        add(reference.address(), found);
      } else if (term instanceof Term.ListOf list) {
        collect(list.elements(), found);
      } else if (term instanceof Term.ObjectOf object) {
        collect(object.members().values(), found);
      } else if (term instanceof Term.Template template) {
        collect(template.parts(), found);
      } else if (term instanceof Term.Call call) {
        collect(call.arguments(), found);
      } else if (term instanceof Term.Derived derived) {
        derived.from().forEach(reference -> add(reference.address(), found));
      }
    }
  }

  /** A dependency names a resource, of which there may be several instances. */
  private void add(String address, Set<String> found) {
    if (resources.containsKey(address)) {
      found.add(address);
    } else {
      // They stand together where addresses are sorted.
      String index = address + "[";
      addresses.tailSet(index).stream()
          .takeWhile(known -> known.startsWith(index))
          .forEach(found::add);
    }
  }
}
