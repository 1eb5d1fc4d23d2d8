package dev.atoll.conformance.read;

import dev.atoll.conformance.read.aws.BackendReader;
import dev.atoll.conformance.read.aws.OutputReader;
import dev.atoll.conformance.read.aws.ResourceReader;
import dev.atoll.conformance.read.aws.ResourceReaders;
import dev.atoll.conformance.read.coder.LicenceReader;
import dev.atoll.conformance.read.helm.HelmProviderReader;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.resource.Things;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns a root, whatever format it came from, into facts. */
public final class RootReader {

  private RootReader() {}

  /** What that root shows. */
  public static Reading read(Root root) {
    Things things = new Things(root);
    List<Fact> facts = new ArrayList<>();
    facts.addAll(BackendReader.read(root));
    facts.addAll(OutputReader.read(root));
    facts.addAll(LicenceReader.read(root));
    facts.addAll(HelmProviderReader.read(root));
    for (ResourceReader reader : ResourceReaders.all()) {
      for (String type : reader.types().stream().sorted().toList()) {
        for (Attributes resource : things.ofType(type)) {
          facts.addAll(reader.read(resource));
        }
      }
    }
    List<Facts.Gap> gaps = new ArrayList<>(Gaps.of(root));
    gaps.addAll(Gaps.of(facts));
    return new Reading(Facts.of(root.origin(), facts, gaps), unread(root));
  }

  private static Map<String, Integer> unread(Root root) {
    Set<String> understood = new HashSet<>(ResourceReaders.lookedUp());
    ResourceReaders.all().forEach(reader -> understood.addAll(reader.types()));
    Map<String, Integer> unread = new TreeMap<>();
    for (Resource resource : root.resources()) {
      if (!resource.data() && !understood.contains(resource.type())) {
        unread.merge(resource.type(), 1, Integer::sum);
      }
    }
    return unread;
  }
}
