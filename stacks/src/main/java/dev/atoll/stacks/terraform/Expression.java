package dev.atoll.stacks.terraform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Terraform expression, written into JSON as a template: <code>${aws_vpc.us_east_2.id}</code>.
 * Text that is not an expression is a plain {@code String} and is escaped.
 *
 * <p>It knows what it refers to, so that a reference to a resource of another root can be turned
 * into one to that root's outputs.
 *
 * @param parts text and references in order
 */
public record Expression(List<Part> parts) {

  /** A traversal that starts at a resource or data source, as far as its steps are literal. */
  private static final Pattern TRAVERSAL =
      Pattern.compile(
          "(?<![\\w.-])((?:data\\.|ephemeral\\.)?[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\.[A-Za-z_][\\w-]*)"
              + "((?:\\.[A-Za-z_][\\w-]*|\\[\\d+]|\\[\\*]|\\[\"[^\"$]*\"])*)");

  /** A piece of an expression. */
  public sealed interface Part {}

  /**
   * Operators, functions, literals: whatever is no reference.
   *
   * @param text as Terraform's language writes it
   */
  public record Text(String text) implements Part {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A resource or something of it.
   *
   * @param address the address of the resource, such as {@code aws_vpc.us_east_2}
   * @param path what of it: {@code .id}, {@code [0].id}; empty for all of it
   */
  public record Reference(String address, String path) implements Part {
    @Override
    public String toString() {
      return address + path;
    }
  }

  public Expression {
    parts = List.copyOf(parts);
  }

  /**
   * An expression as Terraform's language writes it.
   *
   * @param text the expression without the surrounding template marks
   */
  public Expression(String text) {
    this(parse(text));
  }

  /** An attribute of a resource. */
  static Expression of(Resource resource, String attribute) {
    return new Expression(List.of(new Reference(resource.address(), "." + attribute)));
  }

  /** The expression without the surrounding template marks. */
  public String text() {
    return parts.stream().map(Part::toString).collect(Collectors.joining());
  }

  /** What it refers to. */
  public Set<Reference> references() {
    return parts.stream()
        .filter(Reference.class::isInstance)
        .map(Reference.class::cast)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same with every reference replaced. */
  public Expression referring(Function<Reference, Part> replacement) {
    return new Expression(
        parts.stream()
            .map(part -> part instanceof Reference own ? replacement.apply(own) : part)
            .toList());
  }

  @Override
  public String toString() {
    return "${" + text() + "}";
  }

  private static List<Part> parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher traversal = TRAVERSAL.matcher(text);
    int end = 0;
    while (traversal.find()) {
      if (traversal.start() > end) {
        parts.add(new Text(text.substring(end, traversal.start())));
      }
      parts.add(new Reference(traversal.group(1), traversal.group(2)));
      end = traversal.end();
    }
    if (end < text.length()) {
      parts.add(new Text(text.substring(end)));
    }
    return parts;
  }
}
