package dev.atoll.conformance.read.term;

import dev.atoll.stacks.terraform.Json;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A function of Terraform's language that is evaluated.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/functions">Functions</a>
 */
public enum Function {
  TRIMPREFIX(2) {
    @Override
    Term apply(List<Term> arguments) {
      String text = text(arguments.get(0));
      String prefix = text(arguments.get(1));
      return Term.text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }
  },
  REPLACE(3) {
    @Override
    Term apply(List<Term> arguments) {
      String sought = text(arguments.get(1));
      // A pattern between slashes is a regular expression to replace.
      return sought.startsWith("/")
          ? new Term.Unknown("the regular expression " + sought + " is not evaluated")
          : Term.text(text(arguments.get(0)).replace(sought, text(arguments.get(2))));
    }
  },
  URLENCODE(1) {
    @Override
    Term apply(List<Term> arguments) {
      String encoded = URLEncoder.encode(text(arguments.get(0)), StandardCharsets.UTF_8);
      return Term.text(encoded.replace("*", "%2A").replace("%7E", "~"));
    }
  },
  JSONENCODE(1) {
    @Override
    Term apply(List<Term> arguments) {
      return Term.text(json(arguments.get(0)));
    }
  };

  private final int arity;

  Function(int arity) {
    this.arity = arity;
  }

  /** The value for arguments that are known and fit. */
  abstract Term apply(List<Term> arguments);

  /** The function of that name. */
  static Optional<Function> named(String name) {
    return Arrays.stream(values()).filter(function -> function.toString().equals(name)).findFirst();
  }

  /**
   * The value of a call.
   *
   * @param arguments terms in which everything is known
   */
  public Term of(List<Term> arguments) {
    boolean fits =
        arguments.size() == arity
            && (this == JSONENCODE || arguments.stream().allMatch(Term.Literal.class::isInstance));
    return fits ? apply(arguments) : new Term.Unknown(this + " does not take these arguments");
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String text(Term literal) {
    return literal.asText().orElseThrow();
  }

  private static String json(Term term) {
    if (term instanceof Term.ObjectOf object) {
      return new TreeMap<>(object.members())
          .entrySet().stream()
              .map(member -> Json.quoted(member.getKey()) + ":" + json(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    }
    if (term instanceof Term.ListOf list) {
      return list.elements().stream()
          .map(Function::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (term instanceof Term.Literal literal) {
      Object value = literal.value();
      boolean plain = value instanceof Boolean || value instanceof BigDecimal;
      return plain ? text(term) : Json.quoted(text(term));
    }
    return "null";
  }
}
