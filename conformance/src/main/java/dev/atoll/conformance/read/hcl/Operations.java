package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openrewrite.hcl.internal.grammar.HCLParser.BinaryOpContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.OperationContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.UnaryOpContext;

/**
 * Operators. The grammar leaves their precedence to us.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/expressions/operators">Arithmetic
 *     and logical operators</a>
 */
final class Operations {

  /** From the loosest to the tightest. */
  private static final List<List<String>> PRECEDENCE =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("==", "!="),
          List.of("<", "<=", ">", ">="),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  private final Evaluation evaluation;

  Operations(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Term of(OperationContext operation) {
    List<Term> operands = new ArrayList<>();
    List<String> operators = new ArrayList<>();
    flatten(operation, operands, operators);
    return combined(operands, operators, 0);
  }

  private void flatten(OperationContext operation, List<Term> operands, List<String> operators) {
    if (operation.unaryOp() != null) {
      operands.add(unary(operation.unaryOp()));
      return;
    }
    BinaryOpContext binary = operation.binaryOp();
    boolean negated = binary.unaryOp() != null;
    operands.add(negated ? unary(binary.unaryOp()) : evaluation.term(binary.exprTerm(0)));
    operators.add(binary.binaryOperator().getText());
    if (binary.operation() != null) {
      flatten(binary.operation(), operands, operators);
    } else {
      operands.add(evaluation.term(binary.exprTerm(negated ? 0 : 1)));
    }
  }

  private Term unary(UnaryOpContext context) {
    Term operand = evaluation.term(context.exprTerm());
    if (operand instanceof Term.Literal literal) {
      if (context.NOT() != null && literal.value() instanceof Boolean truth) {
        return new Term.Literal(!truth);
      }
      if (context.MINUS() != null && literal.value() instanceof BigDecimal number) {
        return new Term.Literal(number.negate());
      }
    }
    return undecided(operand);
  }

  /** The last operator of the loosest kind splits: all of them associate to the left. */
  private static Term combined(List<Term> operands, List<String> operators, int level) {
    if (operators.isEmpty()) {
      return operands.get(0);
    }
    for (int l = level; l < PRECEDENCE.size(); l++) {
      for (int i = operators.size() - 1; i >= 0; i--) {
        if (PRECEDENCE.get(l).contains(operators.get(i))) {
          return apply(
              operators.get(i),
              combined(operands.subList(0, i + 1), operators.subList(0, i), l),
              combined(
                  operands.subList(i + 1, operands.size()),
                  operators.subList(i + 1, operators.size()),
                  l));
        }
      }
    }
    return new Term.Unknown("the operator " + operators.get(0) + " is not evaluated");
  }

  private static Term apply(String operator, Term left, Term right) {
    return switch (operator) {
      case "==", "!=" -> equal(left, right, operator.equals("=="));
      case "&&" -> logical(left, right, false);
      case "||" -> logical(left, right, true);
      default -> arithmetic(operator, left, right);
    };
  }

  private static Term equal(Term left, Term right, boolean wanted) {
    if (!left.isKnown() || !right.isKnown()) {
      return undecided(left.isKnown() ? right : left);
    }
    return new Term.Literal(alike(left).equals(alike(right)) == wanted);
  }

  /** 1 and 1.0 are the same number. */
  private static Object alike(Term term) {
    return term instanceof Term.Literal literal && literal.value() instanceof BigDecimal number
        ? number.stripTrailingZeros()
        : term;
  }

  private static Term logical(Term left, Term right, boolean deciding) {
    Term decisive = new Term.Literal(deciding);
    if (left.equals(decisive) || right.equals(decisive)) {
      return decisive;
    }
    boolean both = left instanceof Term.Literal && right instanceof Term.Literal;
    return both
        ? new Term.Literal(!deciding)
        : undecided(left instanceof Term.Literal ? right : left);
  }

  private static Term arithmetic(String operator, Term left, Term right) {
    Optional<BigDecimal> one = number(left);
    Optional<BigDecimal> two = number(right);
    if (one.isEmpty() || two.isEmpty()) {
      return undecided(one.isEmpty() ? left : right);
    }
    BigDecimal a = one.get();
    BigDecimal b = two.get();
    boolean zero = b.signum() == 0;
    return switch (operator) {
      case "+" -> new Term.Literal(a.add(b));
      case "-" -> new Term.Literal(a.subtract(b));
      case "*" -> new Term.Literal(a.multiply(b));
      case "/" -> zero ? undecided(right) : new Term.Literal(a.divide(b, MathContext.DECIMAL64));
      case "%" -> zero ? undecided(right) : new Term.Literal(a.remainder(b));
      case "<" -> new Term.Literal(a.compareTo(b) < 0);
      case "<=" -> new Term.Literal(a.compareTo(b) <= 0);
      case ">" -> new Term.Literal(a.compareTo(b) > 0);
      default -> new Term.Literal(a.compareTo(b) >= 0);
    };
  }

  private static Optional<BigDecimal> number(Term term) {
    return term.asText()
        .filter(text -> text.matches("-?\\d{1,18}(\\.\\d{1,18})?"))
        .map(BigDecimal::new);
  }

  private static Term undecided(Term term) {
    return new Term.Unknown(Evaluation.why(term));
  }
}
