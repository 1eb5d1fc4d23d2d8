package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files beside a module that its expressions read. */
final class FileFunctions {

  private static final Pattern PART = Pattern.compile("\\$?\\$\\{([^}]*)}|%%?\\{");
  private static final int LARGEST = 1 << 20;

  private FileFunctions() {}

  static Term content(ModuleInstance scope, List<Term> arguments) {
    return read(scope, arguments, false)
        .map(Term::text)
        .orElseGet(() -> new Term.Unknown("a file that it takes in was not found"));
  }

  /** A template whose only parts are names; what decides or loops in it is not evaluated. */
  static Term template(ModuleInstance scope, List<Term> arguments) {
    Optional<String> text = read(scope, arguments, true);
    if (text.isEmpty() || arguments.size() != 2) {
      return new Term.Unknown("a template that it takes in was not found");
    }
    StringBuilder all = new StringBuilder();
    Matcher part = PART.matcher(text.get());
    int from = 0;
    while (part.find()) {
      all.append(text.get(), from, part.start());
      from = part.end();
      if (part.group().startsWith("$$") || part.group().startsWith("%%")) {
        all.append(part.group().substring(1));
        continue;
      }
      String name = part.group(1) == null ? "%" : part.group(1).strip();
      Optional<String> value =
          name.matches("\\w+") && arguments.get(1) instanceof Term.ObjectOf values
              ? values.member(name).asText()
              : Optional.empty();
      if (value.isEmpty()) {
        return new Term.Unknown("a part of the template is not evaluated: " + part.group());
      }
      all.append(value.get());
    }
    return Term.text(all.append(text.get().substring(from)).toString());
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
