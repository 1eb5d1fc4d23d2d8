package dev.atoll.stacks.terraform;

/**
 * A data source of a root: something that is there already and is looked up. It is read at plan
 * time, unless it depends on what is made in the same apply.
 */
public interface Data extends Resource {

  /** Its address, such as {@code data.aws_route53_zone.main}. */
  @Override
  default String address() {
    return "data." + type() + "." + name();
  }
}
