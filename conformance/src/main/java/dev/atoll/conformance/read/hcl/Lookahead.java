package dev.atoll.conformance.read.hcl;

import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.BasicBlockStartState;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.openrewrite.hcl.internal.grammar.HCLParser;

/**
 * Says what an expression is by what follows its first term, whose end is known. The prediction
 * that comes with the parser learns all tokens of each term by heart to get behind it, which takes
 * most of the time when a text is the first one. Whatever is not plain to see is left to it.
 */
final class Lookahead extends ParserATNSimulator {

  /** The grammar's alternatives of an expression: {@code a} and {@code a == b}. */
  private static final int TERM = 1;

  private static final int OPERATION = 2;

  /** Its alternatives of a term that begins with a name: {@code a} and {@code a(b)}. */
  private static final int VARIABLE = 5;

  private static final int CALL = 6;

  private static final int UNDECIDED = ATN.INVALID_ALT_NUMBER;

  private static final Set<Integer> OPERATORS =
      Set.of(
          HCLParser.OR,
          HCLParser.AND,
          HCLParser.EQ,
          HCLParser.NEQ,
          HCLParser.LT,
          HCLParser.LEQ,
          HCLParser.GT,
          HCLParser.GEQ,
          HCLParser.PLUS,
          HCLParser.MINUS,
          HCLParser.MUL,
          HCLParser.DIV,
          HCLParser.MOD);

  private final Spans spans;

  /**
   * @param tokens what the parser reads
   */
  Lookahead(HCLParser parser, CommonTokenStream tokens) {
    super(
        parser,
        parser.getATN(),
        parser.getInterpreter().decisionToDFA,
        parser.getInterpreter().getSharedContextCache());
    tokens.fill();
    this.spans = new Spans(tokens.getTokens());
  }

  @Override
  public int adaptivePredict(TokenStream input, int decision, ParserRuleContext context) {
    int plain = plain(atn.decisionToState.get(decision), input.index());
    return plain == UNDECIDED ? super.adaptivePredict(input, decision, context) : plain;
  }

  private int plain(DecisionState decision, int at) {
    if (!(decision instanceof BasicBlockStartState)) {
      return UNDECIDED;
    }
    return switch (decision.ruleIndex) {
      case HCLParser.RULE_expression -> expression(at);
      case HCLParser.RULE_exprTerm -> term(at);
      default -> UNDECIDED;
    };
  }

  private int term(int at) {
    int next = spans.next(at);
    if (spans.type(at) != HCLParser.Identifier) {
      return UNDECIDED;
    }
    if (spans.type(next) != HCLParser.LPAREN) {
      return VARIABLE;
    }
    // The grammar knows no line breaks: an object's next key may stand in parentheses, too.
    return spans.areOnOneLine(at, next) ? CALL : UNDECIDED;
  }

  private int expression(int at) {
    int last = first(at);
    while (last != Spans.OPEN) {
      int next = spans.next(last);
      switch (spans.type(next)) {
        case HCLParser.DOT -> last = spans.next(next);
        case HCLParser.LBRACK ->
            last = spans.areOnOneLine(last, next) ? spans.end(next) : Spans.OPEN;
        default -> {
          return OPERATORS.contains(spans.type(next)) ? OPERATION : TERM;
        }
      }
    }
    return UNDECIDED;
  }

  /** The last token of the term that begins there, as far as the first dot or index. */
  private int first(int at) {
    return switch (spans.type(at)) {
      case HCLParser.NumericLiteral, HCLParser.BooleanLiteral, HCLParser.NULL -> at;
      case HCLParser.Identifier ->
          switch (term(at)) {
            case VARIABLE -> at;
            case CALL -> spans.end(spans.next(at));
            default -> Spans.OPEN;
          };
      default -> spans.end(at);
    };
  }
}
