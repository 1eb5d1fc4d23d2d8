package dev.atoll.conformance.read.coder;

import dev.atoll.conformance.read.aws.ResourceReader;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.facts.Fact;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.stacks.proxy.ProxyRoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Workspace proxies in Coder's list. */
public final class ProxyEntryReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("coderd_workspace_proxy");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(ProxyEntry.class);
  }

  @Override
  public List<ProxyEntry> read(Attributes proxy) {
    return List.of(
        new ProxyEntry(
            proxy.source(),
            proxy.ref(),
            proxy.text("name"),
            proxy.has("display_name") ? proxy.text("display_name") : proxy.text("name"),
            proxy.text("icon"),
            awaits(proxy)));
  }

  /** What a root says of itself that must happen before it is applied. */
  static Optional<String> awaits(Attributes resource) {
    return resource.things().root().shown().stream()
        .filter(output -> output.name().equals(ProxyRoot.AWAITS))
        .map(Root.Output::value)
        .flatMap(value -> value.asText().stream())
        .findFirst();
  }
}
