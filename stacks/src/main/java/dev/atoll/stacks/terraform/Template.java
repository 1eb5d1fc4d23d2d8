package dev.atoll.stacks.terraform;

import dev.atoll.stacks.terraform.Expression.Part;
import dev.atoll.stacks.terraform.Expression.Reference;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A text with expressions in it: <code>postgres://coder@${aws_rds_cluster.coder.endpoint}</code>.
 *
 * @param parts texts and {@link Expression}s, in order
 */
public record Template(List<Object> parts) {

  public Template {
    parts = List.copyOf(parts);
  }

  /** A text of these parts. */
  public static Template of(Object... parts) {
    return new Template(List.of(parts));
  }

  /** The same with every reference replaced. */
  Template referring(Function<Reference, Part> replacement) {
    return new Template(
        parts.stream()
            .<Object>map(
                part ->
                    part instanceof Expression expression
                        ? expression.referring(replacement)
                        : part)
            .toList());
  }

  @Override
  public String toString() {
    return parts.stream()
        .map(part -> part instanceof Expression ? part.toString() : Block.literal(part))
        .collect(Collectors.joining());
  }
}
