package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openrewrite.hcl.internal.grammar.HCLParser;
import org.openrewrite.hcl.internal.grammar.HCLParser.ExpressionContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.FunctionCallContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ObjectelemContext;

/**
 * What the type of a variable adds to a value: {@code optional(string, "token")}.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/expressions/type-constraints#optional-object-type-attributes">Optional
 *     object type attributes</a>
 */
final class TypeDefaults {

  private TypeDefaults() {}

  static Term complete(Term value, HclBlock variable, Evaluation evaluation) {
    return variable == null
        ? value
        : variable
            .body()
            .attribute("type")
            .map(HclAttribute::expression)
            .filter(type -> type.getText().contains("optional("))
            .map(type -> complete(value, type, evaluation))
            .orElse(value);
  }

  private static Term complete(Term value, ExpressionContext type, Evaluation evaluation) {
    FunctionCallContext call = call(type);
    if (call == null || call.arguments() == null) {
      return value;
    }
    ExpressionContext inner = call.arguments().expression(0);
    return switch (call.Identifier().getText()) {
      case "object" -> object(value, inner, evaluation);
      case "optional" -> complete(value, inner, evaluation);
      case "list", "set" ->
          value instanceof Term.ListOf list
              ? new Term.ListOf(
                  list.elements().stream().map(one -> complete(one, inner, evaluation)).toList())
              : value;
      case "map" -> value instanceof Term.ObjectOf map ? each(map, inner, evaluation) : value;
      default -> value;
    };
  }

  private static Term each(Term.ObjectOf map, ExpressionContext type, Evaluation evaluation) {
    Map<String, Term> members = new HashMap<>();
    map.members().forEach((name, member) -> members.put(name, complete(member, type, evaluation)));
    return new Term.ObjectOf(members);
  }

  private static Term object(Term value, ExpressionContext type, Evaluation evaluation) {
    if (!(value instanceof Term.ObjectOf object)
        || !(type instanceof HCLParser.ExpressionTermContext term)
        || !(term.exprTerm() instanceof HCLParser.CollectionValueExpressionContext members)
        || members.collectionValue().object() == null) {
      return value;
    }
    Map<String, Term> all = new HashMap<>(object.members());
    for (ObjectelemContext element : members.collectionValue().object().objectelem()) {
      String name = element.getChild(0).getText();
      ExpressionContext of = element.expression(element.expression().size() - 1);
      FunctionCallContext call = call(of);
      Term own = all.get(name);
      boolean optional = call != null && call.Identifier().getText().equals("optional");
      List<ExpressionContext> said = optional ? call.arguments().expression() : List.of();
      // A null is replaced by a default, too.
      if (own != null && !(own instanceof Term.Absent && said.size() > 1)) {
        all.put(name, complete(own, of, evaluation));
      } else if (optional) {
        all.put(name, said.size() > 1 ? evaluation.of(said.get(1)) : Term.absent());
      }
    }
    return new Term.ObjectOf(all);
  }

  private static FunctionCallContext call(ExpressionContext type) {
    return type instanceof HCLParser.ExpressionTermContext term
            && term.exprTerm() instanceof HCLParser.FunctionCallExpressionContext call
        ? call.functionCall()
        : null;
  }
}
