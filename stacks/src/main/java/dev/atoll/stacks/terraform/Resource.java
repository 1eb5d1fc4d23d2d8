package dev.atoll.stacks.terraform;

import dev.atoll.aws.Region;
import java.util.List;

/** One resource of a root. Implementations are records, one per resource type that Atoll uses. */
public interface Resource {

  /** The resource type, such as {@code aws_vpc}. */
  String type();

  /** Its name within the root, unique for its type. */
  String name();

  /** The Region whose provider makes it. */
  Region region();

  /** What makes it: the AWS provider of its Region, unless it says another. */
  default Provider provider() {
    return new AwsProvider(region());
  }

  /** The files that must lie beside a root that has it. */
  default List<Attachment> attachments() {
    return List.of();
  }

  /** Its arguments. */
  Block arguments();

  /** What it needs that none of its arguments refers to. */
  default List<Resource> dependsOn() {
    return List.of();
  }

  /**
   * Resources that are a part of it: what Terraform must make before it and destroy after it. A
   * layer that has it has them.
   */
  default List<Resource> companions() {
    return List.of();
  }

  /** Its address, such as {@code aws_vpc.us_east_2}. */
  default String address() {
    return type() + "." + name();
  }

  /** One of its attributes, as an expression. */
  default Expression attribute(String attribute) {
    return Expression.of(this, attribute);
  }

  /** Its id, as an expression. */
  default Expression id() {
    return attribute("id");
  }
}
