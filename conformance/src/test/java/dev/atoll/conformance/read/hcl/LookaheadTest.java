package dev.atoll.conformance.read.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.hcl.internal.grammar.HCLLexer;
import org.openrewrite.hcl.internal.grammar.HCLParser;

/** Looking ahead sees what the grammar's own prediction sees when it takes its time. */
class LookaheadTest {

  private static final String NONE = "no HCL";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = b",
        "a = b == c",
        "a = -b + !c.d[0]",
        "a = f(b, -c)[0].d.*.e == f() ? [b] : { c = d }",
        "a = b.c[\"d\"].e[*].f != null && g",
        "a = (b + c) * (d)",
        "a = b\nc = -d",
        "a = { b = c\n (d) = e\n f = g (h)\n}",
        "a = { b = c\n \"d\" = e\n \"f-${g}\" = h == i }",
        "a = f(b\n, c\n) > 1",
        "a = b\n  && c\n  || d[\n0\n]",
        "a = [for b in c : b.d if b.e == \"}\"]",
        "a = { for b, c in d : b => c... if c > 0 }",
        "a = \"x${b == \"y\" ? \"(\" : \"]\"}z\" == c",
        "a = <<EOT\nb ( ${c + d} [\nEOT\ne = f",
        "a = f(<<-EOT\n  ${b}\n  EOT\n) + 1",
        "a = 1.5 < 2\nb = true != false\nc = null == d",
        "b \"c\" d {\n e = f.0.g\n h { i = j(k...) }\n}",
      })
  void agreesWithTheGrammar(String text) {
    assertThat(tree(text, Lookahead::new))
        .isEqualTo(tree(text, (parser, tokens) -> thorough(parser)))
        .isNotEqualTo(NONE);
  }

  /** What is no HCL has no tree that somebody could take for one. */
  @ParameterizedTest
  @ValueSource(strings = {"a = (b", "a = b == ", "a = \"b", "a = f(b]", "a = )"})
  void acceptsNothingMore(String text) {
    assertThat(tree(text, Lookahead::new)).isEqualTo(NONE);
  }

  private static ParserATNSimulator thorough(HCLParser parser) {
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    return parser.getInterpreter();
  }

  private static String tree(
      String text, BiFunction<HCLParser, CommonTokenStream, ParserATNSimulator> prediction) {
    HCLLexer lexer = new HCLLexer(CharStreams.fromString(text + "\n"));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    HCLParser parser = new HCLParser(tokens);
    parser.removeErrorListeners();
    parser.setInterpreter(prediction.apply(parser, tokens));
    String tree = parser.configFile().toStringTree(parser);
    boolean all = tokens.LA(1) == HCLParser.EOF && parser.getNumberOfSyntaxErrors() == 0;
    return all ? tree : NONE;
  }
}
