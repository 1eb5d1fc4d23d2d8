package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import java.util.List;
import java.util.Set;

/** Turns resources of one type, or of a few that mean the same, into facts. */
public interface ResourceReader {

  /** The resource types that it reads. */
  Set<String> types();

  /** The kinds of facts that it yields. */
  Set<Class<? extends Fact>> kinds();

  /** The facts of one resource. */
  List<? extends Fact> read(Attributes resource);
}
