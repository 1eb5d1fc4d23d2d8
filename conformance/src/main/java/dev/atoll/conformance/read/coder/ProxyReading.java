package dev.atoll.conformance.read.coder;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.tls.CertificateLookup;
import java.util.List;

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
}
