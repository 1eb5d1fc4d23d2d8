package dev.atoll.conformance.read.term;

/** What the names in an expression stand for: the module it stands in and the instance it is of. */
public interface Scope {

  /** The local value of that name. */
  Term local(String name);

  /** The input variable of that name. */
  Term variable(String name);

  /** An output of a module that is called here. */
  Term output(String module, String name);

  /** {@code count.index}, {@code each.key} or {@code each.value}. */
  Term instance(String name);

  /** {@code path.module} and its like. */
  default Term path(String name) {
    return new Term.Unknown("path." + name + " is known only to a run");
  }

  /** The address of a resource that this module writes as {@code aws_vpc.a}. */
  String address(String written);
}
