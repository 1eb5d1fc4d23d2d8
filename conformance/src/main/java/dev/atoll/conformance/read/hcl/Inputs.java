package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;

/** Input variables of a root that nothing gives a value: they stand for themselves. */
final class Inputs {

  private Inputs() {}

  static Term of(String name) {
    return new Term.Reference("var", name);
  }

  static String why(Term.Reference reference) {
    return reference.address().equals("var")
        ? reference + " has no value in what was read"
        : reference + " is known after apply";
  }
}
