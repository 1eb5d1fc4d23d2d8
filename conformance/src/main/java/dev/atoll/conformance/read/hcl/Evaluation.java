package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Expressions;
import dev.atoll.conformance.read.term.Term;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.openrewrite.hcl.internal.grammar.HCLParser;
import org.openrewrite.hcl.internal.grammar.HCLParser.ExprTermContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ExpressionContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ObjectelemContext;

/**
 * Evaluates expressions with the names of one module instance. Three-valued: what is not decidable
 * is a reference, a call that waits for one, or unknown with the reason. It never throws for what
 * an expression says.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions">Expressions</a>
 */
final class Evaluation {

  private final ModuleInstance scope;
  private final Map<String, Term> bound;

  /**
   * @param bound the names that a loop, a dynamic block or a template gives
   */
  Evaluation(ModuleInstance scope, Map<String, Term> bound) {
    this.scope = scope;
    this.bound = bound;
  }

  ModuleInstance scope() {
    return scope;
  }

  /** The same names and more. */
  Evaluation with(Map<String, Term> more) {
    Map<String, Term> all = new HashMap<>(bound);
    all.putAll(more);
    return new Evaluation(scope, all);
  }

  Term of(ExpressionContext expression) {
    if (expression instanceof HCLParser.ExpressionTermContext one) {
      return term(one.exprTerm());
    }
    if (expression instanceof HCLParser.OperationExpressionContext one) {
      return new Operations(this).of(one.operation());
    }
    if (expression instanceof HCLParser.ConditionalExpressionContext one) {
      return choice(of(one.expression(0)), one.expression(1), one.expression(2));
    }
    return unevaluated(expression);
  }

  private Term choice(Term condition, ExpressionContext then, ExpressionContext otherwise) {
    Optional<String> known = condition.asText();
    if (known.isPresent()) {
      return of(known.get().equals("true") ? then : otherwise);
    }
    Term one = of(then);
    return one.equals(of(otherwise))
        ? one
        : new Term.Unknown("it depends on a condition: " + why(condition));
  }

  Term term(ExprTermContext context) {
    Deque<Steps.Step> steps = new ArrayDeque<>();
    ExprTermContext inner = context;
    while (true) {
      if (inner instanceof HCLParser.AttributeAccessExpressionContext one) {
        steps.addFirst(Steps.attribute(one.getAttr().Identifier().getText()));
        inner = one.exprTerm();
      } else if (inner instanceof HCLParser.IndexAccessExpressionContext one) {
        steps.addFirst(Steps.index(of(one.index().expression())));
        inner = one.exprTerm();
      } else if (inner instanceof HCLParser.LegacyIndexAttributeExpressionContext one) {
        steps.addFirst(Steps.index(number(one.legacyIndexAttr().NumericLiteral().getText())));
        inner = one.exprTerm();
      } else if (inner instanceof HCLParser.SplatExpressionContext one) {
        List<Steps.Step> each = new ArrayList<>(Steps.of(one.splat(), this));
        each.addAll(steps);
        return splat(one.exprTerm(), each);
      } else {
        return based(inner, List.copyOf(steps));
      }
    }
  }

  private Term based(ExprTermContext base, List<Steps.Step> steps) {
    if (!(base instanceof HCLParser.VariableExpressionContext variable)) {
      return Steps.follow(operand(base), steps);
    }
    String name = variable.variableExpr().getText();
    if (bound.containsKey(name)) {
      return Steps.follow(bound.get(name), steps);
    }
    if ((name.equals("each") || name.equals("count")) && !steps.isEmpty()) {
      Term value = bound.get(name + "." + steps.get(0).key().asText().orElse(""));
      return value == null
          ? new Term.Unknown(name + " has no value here")
          : Steps.follow(value, steps.subList(1, steps.size()));
    }
    // What lies behind an index that is not known is looked for in the value before it.
    int known = 0;
    while (known < steps.size() && steps.get(known).key().asText().isPresent()) {
      known++;
    }
    Term found = Expressions.expression(Steps.written(name, steps.subList(0, known)), scope);
    if (found instanceof Term.Reference reference && scope.lacks(reference.address())) {
      return new Term.Unknown(reference.address() + Steps.MISSING);
    }
    return Steps.follow(found, steps.subList(known, steps.size()));
  }

  private Term operand(ExprTermContext context) {
    if (context instanceof HCLParser.TemplateExpressionContext one) {
      return new Templates(this).of(one.templateExpr());
    }
    if (context instanceof HCLParser.LiteralExpressionContext one) {
      return literal(one.literalValue());
    }
    if (context instanceof HCLParser.ForExpressionContext one) {
      return new Loops(this).of(one.forExpr());
    }
    if (context instanceof HCLParser.CollectionValueExpressionContext one) {
      return one.collectionValue().tuple() != null
          ? new Term.ListOf(
              one.collectionValue().tuple().expression().stream().map(this::of).toList())
          : object(one.collectionValue().object());
    }
    if (context instanceof HCLParser.FunctionCallExpressionContext one) {
      return new Calls(this).of(one.functionCall());
    }
    return context instanceof HCLParser.ParentheticalExpressionContext one
        ? of(one.expression())
        : unevaluated(context);
  }

  private Term splat(ExprTermContext base, List<Steps.Step> steps) {
    Term value = term(base);
    if (value instanceof Term.ListOf list) {
      return new Term.ListOf(
          list.elements().stream().map(each -> Steps.follow(each, steps)).toList());
    }
    if (value instanceof Term.ObjectOf) {
      return new Term.ListOf(List.of(Steps.follow(value, steps)));
    }
    return scope
        .instances(base.getText())
        .<Term>map(
            instances ->
                new Term.ListOf(
                    instances.stream()
                        .map(address -> Steps.follow(new Term.Reference(address, ""), steps))
                        .toList()))
        .orElse(new Term.Unknown("how many of " + base.getText() + " there are is not known"));
  }

  private static Term literal(HCLParser.LiteralValueContext literal) {
    if (literal.NULL() != null) {
      return Term.absent();
    }
    return literal.BooleanLiteral() != null
        ? new Term.Literal(literal.getText().equals("true"))
        : number(literal.getText());
  }

  private static Term number(String text) {
    return new Term.Literal(new BigDecimal(text));
  }

  private Term object(HCLParser.ObjectContext object) {
    Map<String, Term> members = new LinkedHashMap<>();
    for (ObjectelemContext element : object.objectelem()) {
      Term key = key(element);
      Optional<String> name = scope.keys().text(key);
      if (name.isEmpty()) {
        return new Term.Unknown("one of its keys is not known: " + why(key));
      }
      Term value = of(element.expression(element.expression().size() - 1));
      members.put(name.get(), value);
    }
    return new Term.ObjectOf(members);
  }

  private Term key(ObjectelemContext element) {
    if (element.qualifiedIdentifier() != null) {
      String text = element.qualifiedIdentifier().getText();
      if (element.LPAREN() == null && !text.contains(".")) {
        return Term.text(text);
      }
      return bound.containsKey(text) ? bound.get(text) : Expressions.expression(text, scope);
    }
    if (element.NULL() != null) {
      return Term.text("null");
    }
    return element.QUOTE().isEmpty()
        ? bareKey(element.expression(0))
        : new Templates(this).quoted(element.quotedTemplatePart());
  }

  /** A word before an equals sign is a key, whatever else it may mean. */
  private Term bareKey(ExpressionContext expression) {
    String text = expression.getText();
    return text.matches("[A-Za-z_][\\w-]*") ? Term.text(text) : of(expression);
  }

  static Term unevaluated(ParserRuleContext context) {
    return new Term.Unknown(
        "the expression " + Hidden.shown(context.getText()) + " cannot be evaluated");
  }

  static String why(Term term) {
    return term instanceof Term.Unknown unknown
        ? unknown.why()
        : term instanceof Term.Reference reference ? Inputs.why(reference) : "known after apply";
  }
}
