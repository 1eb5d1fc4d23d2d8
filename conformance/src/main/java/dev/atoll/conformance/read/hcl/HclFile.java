package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.UnreadableTerraform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.openrewrite.hcl.internal.grammar.HCLLexer;
import org.openrewrite.hcl.internal.grammar.HCLParser;
import org.openrewrite.hcl.internal.grammar.HCLParser.ConfigFileContext;

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
      byte[] bytes = Files.readAllBytes(path);
      return parse(path, name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnreadableTerraform(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  static HclFile parse(Path path, String name, String text) {
    // The grammar's strings take no line break that has a carriage return before it.
    Complaints complaints = new Complaints(name);
    HCLLexer lexer = new HCLLexer(CharStreams.fromString(text.replace("\r\n", "\n"), name));
    lexer.removeErrorListeners();
    lexer.addErrorListener(complaints);
    HCLParser parser = new HCLParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(complaints);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    ConfigFileContext file = parser.configFile();
    if (complaints.all.isEmpty() && parser.getCurrentToken().getType() != HCLParser.EOF) {
      complaints.add(parser.getCurrentToken().getLine(), parser.getCurrentToken().getText());
    }
    if (!complaints.all.isEmpty()) {
      throw new UnreadableTerraform(complaints.all.get(0));
    }
    return new HclFile(path, name, text, HclBody.of(file.body(), name), Optional.empty());
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
              .formatted(file, line, what));
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
