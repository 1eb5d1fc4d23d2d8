package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Function;
import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openrewrite.hcl.internal.grammar.HCLParser.ArgumentsContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.FunctionCallContext;

/** Calls of functions. */
final class Calls {

  private static final Set<String> EVER_NEW = Set.of("timestamp", "uuid", "bcrypt");

  private final Evaluation evaluation;

  Calls(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Term of(FunctionCallContext call) {
    String name = Hidden.shown(call.Identifier().getText());
    if (EVER_NEW.contains(name)) {
      return new Term.Unknown(name + "() is another one in every plan");
    }
    List<Term> arguments = arguments(call.arguments());
    return switch (name) {
      case "try" -> attempt(arguments);
      case "can" ->
          arguments.get(0) instanceof Term.Unknown unknown && !isError(unknown)
              ? unknown
              : new Term.Literal(!isError(arguments.get(0)));
      case "file" -> FileFunctions.content(evaluation.scope(), arguments);
      case "templatefile" -> FileFunctions.template(evaluation.scope(), arguments);
      default -> {
        Optional<Function> function = Function.named(name);
        yield function.isPresent()
            ? Term.Call.of(function.get(), arguments)
            : new Term.Unknown("the function " + name + " is not evaluated");
      }
    };
  }

  private List<Term> arguments(ArgumentsContext context) {
    if (context == null) {
      return List.of();
    }
    List<Term> all = new ArrayList<>();
    context.expression().forEach(expression -> all.add(evaluation.of(expression)));
    if (context.ELLIPSIS() != null && all.get(all.size() - 1) instanceof Term.ListOf last) {
      all.remove(all.size() - 1);
      all.addAll(last.elements());
    }
    return all;
  }

  /** The first that is no error; what is merely unknown may still become its value. */
  private static Term attempt(List<Term> arguments) {
    for (Term argument : arguments) {
      if (!isError(argument)) {
        return argument;
      }
    }
    return arguments.isEmpty() ? Term.absent() : arguments.get(arguments.size() - 1);
  }

  private static boolean isError(Term term) {
    return term instanceof Term.Unknown unknown && unknown.why().endsWith(Steps.MISSING);
  }
}
