package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.UnreadableTerraform;
import dev.atoll.conformance.read.json.VariableJson;
import dev.atoll.conformance.read.term.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What files give the variables of roots: {@code terraform.tfvars} and {@code *.auto.tfvars} beside
 * a root, both in JSON too, in Terraform's order, and the files that the command line names.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence">Variable
 *     definition precedence</a>
 */
final class GivenValues {

  private GivenValues() {}

  /**
   * The values of a root's variables.
   *
   * @param unread takes what could not be read, with the reason
   */
  static Map<String, Term> of(
      Sources sources, HclModule module, List<Path> files, Consumer<String> unread) {
    Map<String, Term> values = new HashMap<>();
    for (Path file : Stream.concat(beside(module.folder()).stream(), files.stream()).toList()) {
      try {
        values.putAll(
            file.toString().endsWith(".json")
                ? VariableJson.read(file, sources.name(file))
                : read(sources, module, file));
      } catch (UnreadableTerraform unreadable) {
        unread.accept(unreadable.getMessage());
      }
    }
    return values;
  }

  private static List<Path> beside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> {
                String name = file.getFileName().toString();
                return name.matches("terraform\\.tfvars(\\.json)?|.*\\.auto\\.tfvars(\\.json)?");
              })
          .sorted((a, b) -> order(a).compareTo(order(b)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  /** terraform.tfvars first, then the same in JSON, the others by name. */
  private static String order(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("terraform.tfvars") ? "0" + name : "1" + name;
  }

  private static Map<String, Term> read(Sources sources, HclModule module, Path file) {
    HclFile values = HclFile.read(file, sources.name(file));
    HclRoot nobody = new HclRoot(sources, module, Map.of(), Map.of());
    Map<String, Term> all = new LinkedHashMap<>();
    values
        .body()
        .attributes()
        .forEach(one -> all.put(one.name(), nobody.instance().evaluation().of(one.expression())));
    return all;
  }

  /**
   * Values of variables that name a domain. An estate has one: what some roots leave blank is what
   * the others say, if those agree.
   */
  static Map<String, Term> shared(Map<HclModule, Map<String, Term>> roots) {
    Map<String, Set<Term>> said = new TreeMap<>();
    roots.forEach(
        (module, given) ->
            module
                .variables()
                .forEach(
                    (name, block) -> {
                      if (name.contains("domain")) {
                        value(module, given, name)
                            .ifPresent(
                                value ->
                                    said.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                        .add(value));
                      }
                    }));
    Map<String, Term> shared = new TreeMap<>();
    said.forEach(
        (name, values) -> {
          if (values.size() == 1) {
            shared.put(name, values.iterator().next());
          }
        });
    return shared;
  }

  /** The literal that a variable has; an empty text is none. */
  static Optional<Term> value(HclModule module, Map<String, Term> given, String name) {
    Optional<Term> own = Optional.ofNullable(given.get(name));
    return own.or(
            () ->
                Optional.ofNullable(module.variables().get(name))
                    .flatMap(block -> block.body().attribute("default"))
                    .map(written -> written.expression().getText())
                    .filter(text -> text.matches("\"[^\"$%\\\\]+\""))
                    .map(text -> Term.text(text.substring(1, text.length() - 1))))
        .filter(value -> value.asText().filter(text -> !text.isEmpty()).isPresent());
  }
}
