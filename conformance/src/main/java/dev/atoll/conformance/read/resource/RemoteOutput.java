package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a remote state a reference means.
 *
 * @param name the name of the output; not that of any when it means all of them
 * @param rest what of it, empty for all of it
 */
record RemoteOutput(String name, String rest) {

  private static final Pattern PATH =
      Pattern.compile("outputs(?:\\.([\\w-]+)|\\[\"([^\"]*)\"])(.*)", Pattern.DOTALL);

  static RemoteOutput of(Term.Reference reference) {
    Matcher path = PATH.matcher(reference.path());
    if (!path.matches()) {
      return new RemoteOutput(reference.path(), "");
    }
    return new RemoteOutput(path.group(1) != null ? path.group(1) : path.group(2), path.group(3));
  }

  /** What is meant, within the value of the output. */
  Term within(Term value) {
    if (rest.isEmpty() || value instanceof Term.Unknown) {
      return value;
    }
    return value instanceof Term.Reference reference
        ? new Term.Reference(reference.address(), reference.path() + rest)
        : Path.at(value, rest);
  }
}
