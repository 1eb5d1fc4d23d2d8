package dev.atoll.conformance.read.hcl;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.openrewrite.hcl.internal.grammar.HCLParser;

/** The tokens of a text, and where each bracket, quotation and heredoc in it ends. */
final class Spans {

  /** The end of what has none. */
  static final int OPEN = -1;

  private final List<? extends Token> tokens;
  private final int[] ends;
  private final Deque<Integer> open = new ArrayDeque<>();

  /**
   * @param tokens all tokens of a text, with the blanks between them
   */
  Spans(List<? extends Token> tokens) {
    this.tokens = tokens;
    this.ends = new int[tokens.size()];
    Arrays.fill(ends, OPEN);
    for (int at = 0; at < tokens.size(); at++) {
      see(at);
    }
  }

  private void see(int at) {
    switch (type(at)) {
      case HCLParser.LPAREN,
          HCLParser.LBRACK,
          HCLParser.LBRACE,
          HCLParser.FOR_BRACE,
          HCLParser.FOR_BRACK,
          HCLParser.HEREDOC_START,
          HCLParser.TEMPLATE_INTERPOLATION_START ->
          open.push(at);
      case HCLParser.RPAREN, HCLParser.RBRACK, HCLParser.RBRACE -> close(at);
      case HCLParser.QUOTE -> {
        if (isIn(HCLParser.QUOTE)) {
          close(at);
        } else {
          open.push(at);
        }
      }
      case HCLParser.Identifier -> {
        // A heredoc ends with the word that it begins with.
        if (isIn(HCLParser.HEREDOC_START) && at > next(open.peek())) {
          close(at);
        }
      }
      default -> {}
    }
  }

  private boolean isIn(int type) {
    return !open.isEmpty() && type(open.peek()) == type;
  }

  private void close(int at) {
    if (!open.isEmpty()) {
      ends[open.pop()] = at;
    }
  }

  int type(int at) {
    return tokens.get(at).getType();
  }

  /** The token that ends what begins there; {@link #OPEN} when nothing does. */
  int end(int at) {
    return ends[at];
  }

  /** The token behind that one, blanks left out; behind the last one is itself. */
  int next(int at) {
    int next = Math.min(at + 1, tokens.size() - 1);
    while (tokens.get(next).getChannel() != Token.DEFAULT_CHANNEL) {
      next++;
    }
    return next;
  }

  boolean areOnOneLine(int one, int other) {
    return tokens.get(one).getLine() == tokens.get(other).getLine();
  }
}
