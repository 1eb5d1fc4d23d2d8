package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Ref;
import java.util.HashMap;
import java.util.Map;

/**
 * One key per thing: the address of its resource. Ids and ARNs of what has a resource lead to the
 * address; what comes with a resource ({@code aws_vpc.a.default_route_table_id}) has that as its
 * key unless a resource adopts it; ids of things outside stay as they are.
 */
final class Aliases {

  private final Map<String, String> keys = new HashMap<>();

  Aliases(Iterable<Resource> resources) {
    for (boolean data : new boolean[] {false, true}) {
      for (Resource resource : resources) {
        if (resource.data() == data && Identity.borrowed(resource.type()).isEmpty()) {
          alias(resource.arguments().member("id"), resource.address());
          alias(resource.arguments().member("arn"), resource.address());
        }
      }
    }
    for (Resource resource : resources) {
      for (String companion : Identity.companions(resource.type())) {
        if (!companion.equals("main_route_table_id")) {
          alias(Path.at(resource.arguments(), companion), resource.address() + "." + companion);
        }
      }
    }
  }

  private void alias(Term id, String key) {
    id.asText().filter(Identity::isId).ifPresent(text -> keys.putIfAbsent(text, key));
  }

  /** Says that two keys mean the same thing, which goes by the second. */
  void same(String key, String as) {
    if (!key.equals(as)) {
      keys.putIfAbsent(key, as);
    }
  }

  /** The one reference to what that key means. */
  Ref canonical(String key) {
    String first = keys.getOrDefault(key, key);
    return new Ref(keys.getOrDefault(first, first));
  }
}
