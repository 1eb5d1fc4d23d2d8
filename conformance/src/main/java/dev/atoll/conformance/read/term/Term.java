package dev.atoll.conformance.read.term;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of an argument as Terraform's files give it. Immutable. */
public sealed interface Term {

  /** An argument that is not set, or set to null, which means the same to Terraform. */
  record Absent() implements Term {}

  /**
   * A value that stands there.
   *
   * @param value a String, a BigDecimal or a Boolean
   */
  record Literal(Object value) implements Term {}

  /** A list, a set or a tuple. */
  record ListOf(List<Term> elements) implements Term {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  /** An object, a map or one nested block; members that are not set are left out. */
  record ObjectOf(Map<String, Term> members) implements Term {
    public ObjectOf {
      members = Map.copyOf(members);
    }

    /** The member of that name, or {@link Absent}. */
    public Term member(String name) {
      return members.getOrDefault(name, absent());
    }
  }

  /**
   * An attribute of a resource or of a data source.
   *
   * @param address the address of the instance: {@code module.a.aws_subnet.b[0]}
   * @param path the attribute: {@code id} or {@code vpc_config[0].cluster_security_group_id}
   */
  record Reference(String address, String path) implements Term {
    @Override
    public String toString() {
      return address + "." + path;
    }
  }

  /** A text with references in it; its parts in order. */
  record Template(List<Term> parts) implements Term {
    public Template {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A call of a function, some argument of which is not known yet.
   *
   * @param function the function
   * @param arguments its arguments
   */
  record Call(Function function, List<Term> arguments) implements Term {

    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The value of a call, or the call where it waits for an argument. */
    public static Term of(Function function, List<Term> arguments) {
      return arguments.stream().allMatch(Term::isKnown) || function.isDecidedBy(arguments)
          ? function.of(arguments)
          : new Call(function, arguments);
    }
  }

  /**
   * The result of an expression of which only the references were kept, as in the plan of an HCL
   * configuration.
   *
   * @param from what the expression refers to
   */
  record Derived(List<Reference> from) implements Term {
    public Derived {
      from = List.copyOf(from);
    }
  }

  /**
   * A value that cannot be decided.
   *
   * @param why what would decide it, as half a sentence
   */
  record Unknown(String why) implements Term {}

  /** Not set. */
  static Term absent() {
    return new Absent();
  }

  /** The literal of that text. */
  static Term text(String text) {
    return new Literal(text);
  }

  /** Whether everything in it stands there. */
  default boolean isKnown() {
    return this instanceof ListOf list
        ? list.elements().stream().allMatch(Term::isKnown)
        : this instanceof ObjectOf object
            ? object.members().values().stream().allMatch(Term::isKnown)
            : this instanceof Literal || this instanceof Absent;
  }

  /** The text of a literal as Terraform converts it; empty for everything else. */
  default Optional<String> asText() {
    return this instanceof Literal literal
        ? Optional.of(
            literal.value() instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : literal.value().toString())
        : Optional.empty();
  }
}
