package dev.atoll.practice.helm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version constraint as Terraform reads it: {@code ~> 3.0, != 3.0.1}.
 *
 * @param terms the parts, all of which hold
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/expressions/version-constraints">
 *     Version constraints</a>
 */
record ProviderConstraint(List<Part> terms) {

  private static final Pattern PART =
      Pattern.compile("\\s*(=|!=|>=|<=|>|<|~>)?\\s*v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?\\s*");

  /**
   * A version.
   *
   * @param numbers major, minor and patch
   */
  record Version(List<Integer> numbers) implements Comparable<Version> {

    static Version of(int major, int minor, int patch) {
      return new Version(List.of(major, minor, patch));
    }

    @Override
    public int compareTo(Version other) {
      return Arrays.compare(
          numbers.stream().mapToInt(Integer::intValue).toArray(),
          other.numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public String toString() {
      return "%d.%d.%d".formatted(numbers.toArray());
    }
  }

  /**
   * One part.
   *
   * @param operator such as {@code ~>}
   * @param version the version, filled up with zeros
   * @param given how many of its numbers are written
   */
  record Part(String operator, Version version, int given) {

    boolean admits(Version candidate) {
      int order = candidate.compareTo(version);
      return switch (operator) {
        case "!=" -> order != 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case "~>" ->
            order >= 0
                && candidate
                    .numbers()
                    .subList(0, Math.max(1, given - 1))
                    .equals(version.numbers().subList(0, Math.max(1, given - 1)));
        default -> order == 0;
      };
    }
  }

  ProviderConstraint {
    terms = List.copyOf(terms);
  }

  /** The constraint; empty for what is none. An empty text admits everything. */
  static Optional<ProviderConstraint> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(new ProviderConstraint(List.of()));
    }
    List<Matcher> parts = Stream.of(text.split(",", -1)).map(PART::matcher).toList();
    return parts.stream().allMatch(Matcher::matches)
        ? Optional.of(new ProviderConstraint(parts.stream().map(ProviderConstraint::part).toList()))
        : Optional.empty();
  }

  private static Part part(Matcher part) {
    List<Integer> written =
        Stream.of(2, 3, 4)
            .filter(group -> part.group(group) != null)
            .map(group -> Integer.valueOf(part.group(group)))
            .toList();
    List<Integer> full = Stream.concat(written.stream(), Stream.of(0, 0)).limit(3).toList();
    return new Part(
        Optional.ofNullable(part.group(1)).orElse("="), new Version(full), written.size());
  }

  boolean admits(Version version) {
    return terms.stream().allMatch(term -> term.admits(version));
  }

  /** The one version that it means; empty where there may be several. */
  Optional<Version> exact() {
    return terms.stream()
        .filter(term -> term.operator().equals("="))
        .map(Part::version)
        .findFirst();
  }
}
