package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.UnreadableTerraform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.openrewrite.hcl.internal.grammar.HCLLexer;
import org.openrewrite.hcl.internal.grammar.HCLParser;
import org.openrewrite.hcl.internal.grammar.HCLParser.AttributeContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ConfigFileContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ExpressionContext;

/**
 * A file in HCL.
 *
 * @param path the file
 * @param name the file as people see it
 * @param text what stands in it
 * @param body the same, parsed; empty when it could not be read
 * @param problem why it could not be read, with file and line
 */
record HclFile(Path path, String name, String text, HclBody body, Optional<String> problem) {

  private static final long LARGEST = 4 << 20;

  /** A file that keeps its place without its content. */
  static HclFile unread(Path path, String name, String why) {
    return new HclFile(path, name, "", new HclBody(List.of(), List.of()), Optional.of(why));
  }

  /**
   * Reads and parses a file.
   *
   * @throws UnreadableTerraform when it is no HCL, with the file and the line
   */
  static HclFile read(Path path, String name) {
    try {
      if (Files.size(path) > LARGEST) {
        throw new UnreadableTerraform(
            "%s is larger than %d MiB, which nobody wrote by hand; it was not read"
                .formatted(name, LARGEST >> 20));
      }
      byte[] bytes = Files.readAllBytes(path);
      return parse(path, name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      String why = e instanceof NoSuchFileException ? "it leads nowhere" : e.getMessage();
      throw new UnreadableTerraform(name + " cannot be read: " + why, e);
    }
  }

  static HclFile parse(Path path, String name, String text) {
    // The grammar's strings take no line break that has a carriage return before it, and its
    // files no mark of byte order.
    String readable = Hidden.in(text.replace("\r\n", "\n").replaceFirst("^\uFEFF", ""));
    Complaints complaints = new Complaints(name);
    Optional<ConfigFileContext> file =
        tried(readable, HclFile::fast, new Complaints(name))
            // The fast prediction takes what follows a question mark for something else at times.
            .or(() -> tried(readable, HclFile::thorough, complaints));
    return file.map(
            context ->
                new HclFile(path, name, text, HclBody.of(context.body(), name), Optional.empty()))
        .orElseThrow(() -> new UnreadableTerraform(complaints.all.get(0)));
  }

  private static ParserATNSimulator fast(HCLParser parser, CommonTokenStream tokens) {
    ParserATNSimulator prediction = new Lookahead(parser, tokens);
    prediction.setPredictionMode(PredictionMode.SLL);
    return prediction;
  }

  private static ParserATNSimulator thorough(HCLParser parser, CommonTokenStream tokens) {
    return parser.getInterpreter();
  }

  private static Optional<ConfigFileContext> tried(
      String text,
      BiFunction<HCLParser, CommonTokenStream, ParserATNSimulator> prediction,
      Complaints complaints) {
    HCLLexer lexer = new HCLLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(complaints);
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    HCLParser parser = new HCLParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(complaints);
    parser.setInterpreter(prediction.apply(parser, tokens));
    ConfigFileContext file = parser.configFile();
    if (complaints.all.isEmpty() && parser.getCurrentToken().getType() != HCLParser.EOF) {
      complaints.add(parser.getCurrentToken().getLine(), parser.getCurrentToken().getText());
    }
    return complaints.all.isEmpty() ? Optional.of(file) : Optional.empty();
  }

  /** An expression by itself, as it stands in a directive; empty when it is none. */
  static Optional<ExpressionContext> expression(String text) {
    return tried("it = " + Hidden.in(text) + "\n", HclFile::thorough, new Complaints(""))
        .map(file -> file.body().bodyContent(0).attribute())
        .map(AttributeContext::expression);
  }

  /** What lexer and parser do not understand; local to one file. */
  private static final class Complaints extends BaseErrorListener {

    private final String file;
    private final List<String> all = new ArrayList<>();

    Complaints(String file) {
      this.file = file;
    }

    void add(int line, String what) {
      all.add(
          "%s:%d is no HCL that can be read: unexpected %s. terraform validate says more."
              .formatted(file, line, Hidden.shown(what)));
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException cause) {
      add(line, message.lines().findFirst().orElse(message));
    }
  }
}
