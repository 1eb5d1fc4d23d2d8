package dev.atoll.conformance.read.term;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one operand: a literal, or a name with attributes and indexes behind it, such as {@code
 * aws_subnet.a[count.index].id}.
 */
final class Traversal {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private Traversal() {}

  /** The operand that comes next, or null when it is something else. */
  static Term read(Scanner in, Scope scope) {
    in.skipSpace();
    return switch (in.peek()) {
      case '"' -> Constant.quoted(in, scope);
      case '[' -> Constant.list(in, scope);
      case '{' -> Constant.object(in, scope);
      default -> named(in, scope);
    };
  }

  private static Term named(Scanner in, Scope scope) {
    String first = in.name();
    if (first.isEmpty()) {
      return null;
    }
    if (Character.isDigit(first.charAt(0)) || first.charAt(0) == '-') {
      return Constant.number(first, in);
    }
    if (in.peek() == '(') {
      Optional<Function> function = Function.named(first);
      return function.isEmpty() ? null : call(function.get(), in, scope);
    }
    if (in.peek() != '.' && in.peek() != '[') {
      return Constant.word(first);
    }
    List<Step> steps = steps(in, scope);
    return steps == null ? null : follow(first, steps, scope);
  }

  private static Term call(Function function, Scanner in, Scope scope) {
    in.take("(");
    List<Term> arguments = new ArrayList<>();
    do {
      Term argument = read(in, scope);
      if (argument == null || argument instanceof Term.Unknown) {
        return argument;
      }
      arguments.add(argument);
      in.skipSpace();
    } while (in.take(","));
    return in.take(")") ? Term.Call.of(function, arguments) : null;
  }

  /** A step behind a name: an attribute or an index, whose value may be a term. */
  private record Step(boolean index, Term key) {
    String text() {
      return key.asText().orElse("?");
    }

    String written() {
      if (!index) {
        return "." + text();
      }
      boolean number = key instanceof Term.Literal literal && literal.value() instanceof BigDecimal;
      return number ? "[" + text() + "]" : "[\"" + text() + "\"]";
    }
  }

  private static List<Step> steps(Scanner in, Scope scope) {
    List<Step> steps = new ArrayList<>();
    while (in.peek() == '.' || in.peek() == '[') {
      if (in.take(".")) {
        String name = in.name();
        if (name.isEmpty()) {
          return null;
        }
        // The index of older Terraform: aws_subnet.a.0.id
        boolean old = NUMBER.matcher(name).matches();
        steps.add(new Step(old, old ? new Term.Literal(new BigDecimal(name)) : Term.text(name)));
      } else {
        in.take("[");
        Term key = read(in, scope);
        in.skipSpace();
        if (key == null || !in.take("]")) {
          return null;
        }
        steps.add(new Step(true, key));
      }
    }
    return steps;
  }

  private static Term follow(String first, List<Step> steps, Scope scope) {
    for (Step step : steps) {
      if (!(step.key() instanceof Term.Literal)) {
        return step.key() instanceof Term.Unknown
            ? step.key()
            : new Term.Unknown("an index in it is known only after apply");
      }
    }
    String name = steps.get(0).text();
    return switch (first) {
      case "local" -> descend(scope.local(name), rest(steps, 1), "local." + name);
      case "var" -> descend(scope.variable(name), rest(steps, 1), "var." + name);
      case "each", "count" ->
          descend(scope.instance(first + "." + name), rest(steps, 1), first + "." + name);
      case "module" -> module(steps, scope);
      case "data" ->
          steps.size() < 2 ? null : reference("data" + written(steps, 0, 2), rest(steps, 2), scope);
      case "path" -> descend(scope.path(name), rest(steps, 1), "path." + name);
      case "terraform", "self" ->
          new Term.Unknown(first + written(steps, 0, steps.size()) + " is known only to a run");
      default -> reference(first + written(steps, 0, 1), rest(steps, 1), scope);
    };
  }

  private static Term reference(String written, List<Step> rest, Scope scope) {
    int indexes = !rest.isEmpty() && rest.get(0).index() ? 1 : 0;
    String path = written(rest, indexes, rest.size());
    return path.startsWith(".")
        ? new Term.Reference(scope.address(written) + written(rest, 0, indexes), path.substring(1))
        : null;
  }

  private static Term module(List<Step> steps, Scope scope) {
    int indexes = steps.size() > 1 && steps.get(1).index() ? 1 : 0;
    if (steps.size() < 2 + indexes) {
      return null;
    }
    String call = steps.get(0).text() + written(steps, 1, 1 + indexes);
    String output = steps.get(1 + indexes).text();
    return descend(
        scope.output(call, output), rest(steps, 2 + indexes), "module." + call + "." + output);
  }

  private static Term descend(Term term, List<Step> steps, String name) {
    if (steps.isEmpty() || term instanceof Term.Unknown) {
      return term;
    }
    if (term instanceof Term.Reference reference) {
      return new Term.Reference(
          reference.address(), reference.path() + written(steps, 0, steps.size()));
    }
    Step step = steps.get(0);
    String further = name + step.written();
    if (term instanceof Term.ObjectOf object && object.members().containsKey(step.text())) {
      return descend(object.member(step.text()), rest(steps, 1), further);
    }
    if (term instanceof Term.ListOf list && step.text().matches("\\d{1,6}")) {
      int index = Integer.parseInt(step.text());
      if (index < list.elements().size()) {
        return descend(list.elements().get(index), rest(steps, 1), further);
      }
    }
    return new Term.Unknown(further + " is not there");
  }

  private static String written(List<Step> steps, int from, int to) {
    StringBuilder all = new StringBuilder();
    steps.subList(from, to).forEach(step -> all.append(step.written()));
    return all.toString();
  }

  private static List<Step> rest(List<Step> steps, int from) {
    return steps.subList(from, steps.size());
  }
}
