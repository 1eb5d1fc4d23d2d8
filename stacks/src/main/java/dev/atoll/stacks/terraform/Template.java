package dev.atoll.stacks.terraform;

import dev.atoll.stacks.terraform.Expression.Part;
import dev.atoll.stacks.terraform.Expression.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with Terraform expressions in it, such as <code>arn:${data.aws_partition.a.partition}:…
 * </code>.
 *
 * @param parts texts, taken literally, and {@link Expression}s in order
 */
public record Template(List<Object> parts) {

  public Template {
    parts = List.copyOf(parts);
  }

  /** A template of these parts: expressions and templates as they are, all else literally. */
  public static Template of(Object... parts) {
    List<Object> flat = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Template inner) {
        flat.addAll(inner.parts());
      } else {
        flat.add(part instanceof Expression ? part : part.toString());
      }
    }
    return new Template(flat);
  }

  /** A text that Terraform shall take literally. */
  static String escaped(String literal) {
    return literal.replace("${", "$${").replace("%{", "%%{");
  }

  Stream<Expression> expressions() {
    return parts.stream().filter(Expression.class::isInstance).map(Expression.class::cast);
  }

  Template referring(Function<Reference, Part> replacement) {
    return new Template(
        parts.stream()
            .map(
                part ->
                    part instanceof Expression expression
                        ? expression.referring(replacement)
                        : part)
            .toList());
  }

  @Override
  public String toString() {
    return parts.stream()
        .map(part -> part instanceof Expression ? part.toString() : escaped(part.toString()))
        .collect(Collectors.joining());
  }
}
