package dev.atoll.conformance.read.json;

import dev.atoll.conformance.read.term.Term;
import java.util.List;
import java.util.Optional;

/**
 * Where a provider works: what its {@code region} says. The helm provider has none; it says so when
 * it fetches a token, or works where the cluster is that it refers to.
 */
public final class ProviderRegion {

  private ProviderRegion() {}

  /** The Region, or a reference to something in it; absent when nothing tells. */
  public static Term of(Term body) {
    if (!(body instanceof Term.ObjectOf provider)) {
      return Term.absent();
    }
    Term region = provider.member("region");
    if (!(region instanceof Term.Absent)) {
      return region;
    }
    Term cluster = only(provider.member("kubernetes"));
    return argument(cluster).or(() -> reference(cluster)).orElseGet(Term::absent);
  }

  private static Optional<Term> argument(Term cluster) {
    if (cluster instanceof Term.ObjectOf settings
        && only(settings.member("exec")) instanceof Term.ObjectOf exec
        && exec.member("args") instanceof Term.ListOf arguments) {
      List<Term> words = arguments.elements();
      for (int i = 0; i + 1 < words.size(); i++) {
        if (words.get(i).asText().filter("--region"::equals).isPresent()) {
          return Optional.of(words.get(i + 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Term> reference(Term cluster) {
    if (cluster instanceof Term.ObjectOf settings) {
      return reference(settings.member("host"));
    }
    if (cluster instanceof Term.Derived derived) {
      return derived.from().stream().<Term>map(one -> one).findFirst();
    }
    return cluster instanceof Term.Reference ? Optional.of(cluster) : Optional.empty();
  }

  /** A block that occurs once is an object or a list of one. */
  private static Term only(Term block) {
    return block instanceof Term.ListOf list && list.elements().size() == 1
        ? list.elements().get(0)
        : block;
  }
}
