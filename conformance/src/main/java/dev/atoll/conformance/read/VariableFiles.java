package dev.atoll.conformance.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.analysis.secrets.Secrets;
import dev.atoll.conformance.read.json.Variables;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values for variables in files named {@code *.tfvars} or {@code *.tfvars.json}. Nothing but
 * literals may stand there, so whatever is called like a secret and has a value is one.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files">Variable
 *     definitions files</a>
 */
final class VariableFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A name and what follows it; the members of an object are written the same way. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:^|[{,])\\s*\"?([A-Za-z_][\\w-]*)\"?\\s*[=:]\\s*(?=(\\S[^,]*))");

  private static final Pattern NOTHING =
      Pattern.compile("(null|\"\"|true|false|\\[\\s*\\]|\\{\\s*\\})[\\s}]*((#|//).*)?");

  private static final Pattern COMMENT = Pattern.compile("\\s*(#|//).*");

  private VariableFiles() {}

  /** What was written in a root, and in the files beside it: a value there is no longer open. */
  static List<Fact> complete(List<Fact> written, Path folder, Origin origin) {
    List<Fact> all = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    for (Path file : beside(folder)) {
      String name = file.getFileName().toString();
      for (String variable : secrets(name, text(file))) {
        Ref ref = new Ref(name + ":" + variable);
        all.add(
            new Credential(
                new Source(origin, ref.key()),
                ref,
                "%s in %s".formatted(variable, name),
                Value.known(Custody.CODE)));
        given.add("variable." + variable);
      }
    }
    written.stream().filter(fact -> !given.contains(fact.ref().key())).forEach(all::add);
    return all;
  }

  /** What files beside a root in HCL give away, with the place as a person finds it. */
  static List<Fact> inCode(Path folder, Path base) {
    List<Fact> all = new ArrayList<>();
    for (Path file : beside(folder)) {
      Path whole = file.toAbsolutePath().normalize();
      String name = (whole.startsWith(base) ? base.relativize(whole) : whole).toString();
      String text = text(file);
      for (String variable : secrets(name, text)) {
        Ref ref = new Ref(name + ":" + variable);
        String at = "variable.%s (%s:%d)".formatted(variable, name, line(text, variable));
        all.add(
            new Credential(
                new Source(Origin.CONFIGURATION, at),
                ref,
                "%s in %s".formatted(variable, name),
                Value.known(Custody.CODE)));
      }
    }
    return all;
  }

  private static long line(String text, String variable) {
    Pattern assigned = Pattern.compile("(^|.*[^\\w-])" + variable + "\"?\\s*[=:].*");
    return 1 + text.lines().takeWhile(line -> !assigned.matcher(line).matches()).count();
  }

  private static List<Path> beside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".+\\.tfvars(\\.json)?"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The names of what is called like a secret and has a value. */
  static Set<String> secrets(String file, String content) {
    Set<String> found = new LinkedHashSet<>();
    if (file.endsWith(".json")) {
      try {
        members(JSON.readTree(content), found);
      } catch (JsonProcessingException e) {
        // The cause would show the line.
        throw new UnreadableTerraform(
            "%s is no JSON (line %d)".formatted(file, e.getLocation().getLineNr()));
      }
      return found;
    }
    content
        .lines()
        .filter(line -> !COMMENT.matcher(line).matches())
        .flatMap(line -> ASSIGNMENT.matcher(line).results())
        .filter(assignment -> Secrets.isSensitive(assignment.group(1)))
        .filter(assignment -> !NOTHING.matcher(assignment.group(2)).matches())
        .filter(assignment -> !Secrets.isTooShort(assignment.group(1), assignment.group(2)))
        .forEach(assignment -> found.add(assignment.group(1)));
    return found;
  }

  private static void members(JsonNode node, Set<String> found) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (Secrets.isSensitive(member.getKey()) && Variables.isWritten(member.getValue())) {
        found.add(member.getKey());
      } else {
        members(member.getValue(), found);
      }
    }
  }
}
