package dev.atoll.conformance.read;

import dev.atoll.conformance.read.coder.ProxyReading;
import dev.atoll.conformance.read.resource.Estate;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.stacks.proxy.ProxyRoot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roots of an estate that are ready and not to be applied yet. Each says so itself, by an
 * output that holds the reason: whoever reads its file, its plan or its state sees it there.
 */
final class Waiting {

  private Waiting() {}

  /** Why a root waits; empty when it does not. */
  static Optional<String> why(Root root) {
    return root.shown().stream()
        .filter(output -> output.name().equals(ProxyRoot.AWAITS))
        .flatMap(output -> output.value().asText().stream())
        .filter(why -> !why.isBlank())
        .findFirst();
  }

  /** Whether nobody applies it yet. */
  static boolean waits(Estate.Part part) {
    return why(part.root()).isPresent();
  }

  /** What was taken for granted of those that wait, for a person to check. */
  static List<String> assumed(List<Estate.Part> parts) {
    return parts.stream()
        .flatMap(
            part ->
                why(part.root()).stream()
                    .map(
                        why ->
                            "%s is not applied yet, as its output %s says: %s"
                                .formatted(part.name(), ProxyRoot.AWAITS, why)))
        .toList();
  }

  /** The roots that do not wait, as one; an empty one when all do. */
  static Root deployed(List<Estate.Part> parts, Origin origin) {
    return parts.isEmpty()
        ? new Root(
            origin,
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty())
        : Estate.joined(parts);
  }

  /** What is deployed, and what those that wait add to it: how they will be applied. */
  static Facts beside(Facts deployed, List<Estate.Part> waiting) {
    Facts all = deployed;
    for (Estate.Part part : waiting) {
      Facts root = RootReader.read(part.root()).facts();
      all = all.and(ProxyReading.after(deployed, root)).lacking(ProxyReading.gaps(root));
    }
    return all;
  }
}
