package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files beside a module that its expressions read. */
final class FileFunctions {

  /** Between such lines a template stands as if it were written in the code. */
  private static final String MARK = "END_OF_TEMPLATE";

  private static final int LARGEST = 1 << 20;

  private FileFunctions() {}

  static Term content(ModuleInstance scope, List<Term> arguments) {
    return read(scope, arguments, false)
        .map(Term::text)
        .orElseGet(() -> new Term.Unknown("a file that it takes in was not found"));
  }

  /** A template with its own names; what is not known in it leaves the rest readable. */
  static Term template(ModuleInstance scope, List<Term> arguments) {
    Optional<String> text = read(scope, arguments, true);
    if (text.isEmpty() || arguments.size() != 2) {
      return new Term.Unknown("a template that it takes in was not found");
    }
    if (!text.get().contains("${") && !text.get().contains("%{")) {
      return Term.text(text.get());
    }
    if (!(arguments.get(1) instanceof Term.ObjectOf values)) {
      return new Term.Unknown("what a template is given: " + Evaluation.why(arguments.get(1)));
    }
    boolean lineEnds = text.get().endsWith("\n");
    return HclFile.expression(
            "<<%s\n%s%s%s".formatted(MARK, text.get(), lineEnds ? "" : "\n", MARK))
        .map(written -> new Evaluation(scope, values.members()).of(written))
        .map(term -> lineEnds ? term : withoutLastLineEnd(term))
        .orElseGet(() -> new Term.Unknown("a template that it takes in cannot be read"));
  }

  private static Term withoutLastLineEnd(Term term) {
    return term.asText()
        .filter(text -> text.endsWith("\n"))
        .map(text -> Term.text(text.substring(0, text.length() - 1)))
        .orElse(term);
  }

  private static Optional<String> read(
      ModuleInstance scope, List<Term> arguments, boolean template) {
    return arguments.stream()
        .findFirst()
        .flatMap(Term::asText)
        .map(name -> scope.folder().resolve(name).normalize())
        .filter(file -> Files.isRegularFile(file))
        .flatMap(file -> text(file, scope, template));
  }

  private static Optional<String> text(Path file, ModuleInstance scope, boolean template) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      scope.takes(file, text, template);
      return Optional.of(text);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
