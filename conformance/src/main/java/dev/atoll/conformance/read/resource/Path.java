package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes from a term to a term within it. */
final class Path {

  private static final Pattern STEP =
      Pattern.compile("\\.?([A-Za-z0-9_-]+)|\\[(\\d{1,6})]|\\[\"([^\"]*)\"]");

  private Path() {}

  /** What lies at {@code vpc_config[0].subnet_ids}; absent when there is nothing. */
  static Term at(Term start, String path) {
    if (path.indexOf('.') < 0 && path.indexOf('[') < 0) {
      return start instanceof Term.ObjectOf object ? object.member(path) : Term.absent();
    }
    Term term = start;
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (step.find() && step.start() == end) {
      end = step.end();
      if (term instanceof Term.Unknown) {
        return term;
      }
      term = step.group(2) != null ? element(term, step.group(2)) : member(term, step);
    }
    return end == path.length() ? term : Term.absent();
  }

  private static Term element(Term term, String text) {
    int index = Integer.parseInt(text);
    if (term instanceof Term.ListOf list) {
      return index < list.elements().size() ? list.elements().get(index) : Term.absent();
    }
    // A block that may occur once only is written as an object in JSON.
    return index == 0 && term instanceof Term.ObjectOf ? term : Term.absent();
  }

  private static Term member(Term term, Matcher step) {
    String name = step.group(1) != null ? step.group(1) : step.group(3);
    return term instanceof Term.ObjectOf object ? object.member(name) : Term.absent();
  }
}
