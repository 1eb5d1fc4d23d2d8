package dev.atoll.analysis.trust;

import dev.atoll.facts.iam.TrustPolicy.Condition;
import java.util.List;
import java.util.Locale;

/**
 * How a condition compares texts. Subject and audience have one value each, so the set operators
 * {@code ForAnyValue} and {@code ForAllValues} differ only where the key is not there.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM
 *     condition operators</a>
 */
record Operator(String base, boolean holdsWithoutKey) {

  static Operator of(Condition condition) {
    String name = condition.operator();
    boolean all = name.toLowerCase(Locale.ROOT).startsWith("forallvalues:");
    boolean any = name.toLowerCase(Locale.ROOT).startsWith("foranyvalue:");
    String plain = all || any ? name.substring(name.indexOf(':') + 1) : name;
    boolean optional = plain.endsWith("IfExists");
    String base =
        (optional ? plain.substring(0, plain.length() - "IfExists".length()) : plain)
            .toLowerCase(Locale.ROOT);
    boolean negative = base.contains("not");
    return new Operator(base, optional || all || (negative && !any));
  }

  /** Whether it compares texts. Another one narrows in ways that are not looked at here. */
  boolean comparesTexts() {
    return base.startsWith("string") || base.startsWith("arn");
  }

  boolean isNegative() {
    return base.contains("not");
  }

  /** Whether the operator asks only if the key is there. */
  boolean asksForKey() {
    return base.equals("null");
  }

  /** The values as patterns: a wildcard is one only to the operators that know it. */
  Patterns values(List<String> values) {
    boolean wild = base.endsWith("like") || base.startsWith("arn");
    return new Patterns(
        values.stream()
            // An exact comparison with a wildcard is true of no service account: none has such a
            // name.
            .filter(value -> wild || new Pattern(value).isExact())
            // What a policy variable stands for is not known here.
            .map(value -> value.replaceAll("\\$\\{[^}]*}", "*"))
            .map(value -> base.contains("ignorecase") ? value.toLowerCase(Locale.ROOT) : value)
            .map(Pattern::new)
            .toList());
  }
}
