package dev.atoll.conformance.read.coder;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.CertificateLookup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the root of a workspace proxy adds to the facts of the roots that are deployed: what the
 * proxy is, where its tokens come from, and what comes first. That its secret, its addresses and
 * its releases are in a file does not mean that they are deployed.
 */
public final class ProxyReading {

  private static final List<Class<? extends Fact>> KINDS =
      List.of(
          ProxyServer.class,
          ProxyEntry.class,
          CoderPackage.class,
          CertificateLookup.class,
          Credential.class,
          Expression.class);

  private ProxyReading() {}

  /** Those of the facts of a proxy's root. */
  public static List<Fact> of(Facts root) {
    return root.everything().stream()
        .filter(fact -> KINDS.stream().anyMatch(kind -> kind.isInstance(fact)))
        .toList();
  }

  /**
   * The same of a root that is applied after others: what it looks up was made before it looks.
   *
   * @param before what the others make
   */
  public static List<Fact> after(Facts before, Facts root) {
    Set<Ref> made =
        before.all(Certificate.class).stream().map(Certificate::ref).collect(Collectors.toSet());
    return of(root).stream()
        .map(fact -> fact instanceof CertificateLookup lookup ? later(lookup, made) : fact)
        .toList();
  }

  /** What is not known of what {@link #of} takes from the root. */
  public static List<Facts.Gap> gaps(Facts root) {
    return KINDS.stream()
        .flatMap(kind -> root.gaps(kind).stream().map(why -> new Facts.Gap(kind, why)))
        .toList();
  }

  private static Fact later(CertificateLookup lookup, Set<Ref> made) {
    Set<Ref> after = new HashSet<>(lookup.after());
    after.addAll(made);
    return new CertificateLookup(
        lookup.source(),
        lookup.ref(),
        lookup.region(),
        lookup.domain(),
        lookup.statuses(),
        lookup.mostRecent(),
        after);
  }
}
