package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys of objects. A key that is known only after apply stands for itself, and becomes the
 * reference again where a loop takes it out.
 */
final class Keys {

  private final Map<String, Term> references = new ConcurrentHashMap<>();

  /** The text by which a term is a key; empty when it cannot be one. */
  Optional<String> text(Term key) {
    if (key instanceof Term.Reference reference) {
      String text = "${" + reference + "}";
      references.put(text, reference);
      return Optional.of(text);
    }
    return key.asText();
  }

  /** The term that became that key. */
  Term term(String key) {
    return references.getOrDefault(key, Term.text(key));
  }
}
