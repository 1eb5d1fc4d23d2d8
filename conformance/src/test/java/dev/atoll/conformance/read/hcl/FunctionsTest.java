package dev.atoll.conformance.read.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.read.term.Function;
import dev.atoll.conformance.read.term.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terraform's functions: which are evaluated, and that every other one is unknown by its name. */
class FunctionsTest {

  private static List<String> table() throws IOException {
    try (InputStream in = FunctionsTest.class.getResourceAsStream("functions.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  static Stream<String> evaluated() throws IOException {
    return table().stream().filter(line -> !line.endsWith(" unknown"));
  }

  static Stream<String> unknown() throws IOException {
    return table().stream()
        .filter(line -> line.endsWith(" unknown"))
        .map(line -> line.substring(0, line.indexOf(' ')));
  }

  private static Term of(String expression) {
    Path here = Path.of("main.tf").toAbsolutePath();
    HclFile file = HclFile.parse(here, "main.tf", "locals {\n  it = " + expression + "\n}\n");
    HclModule module = new HclModule(here.getParent(), List.of(file), List.of());
    return new HclRoot(new Sources(here.getParent()), module, Map.of(), Map.of())
        .instance()
        .local("it");
  }

  @ParameterizedTest
  @MethodSource
  void evaluated(String line) {
    int end = line.lastIndexOf(" = ");
    assertThat(of(line.substring(0, end)).asText()).contains(line.substring(end + 3));
  }

  @ParameterizedTest
  @MethodSource
  void unknown(String name) {
    assertThat(of(name + "(\"a\")"))
        .isInstanceOfSatisfying(
            Term.Unknown.class, unknown -> assertThat(unknown.why()).contains(name));
  }

  @Test
  void theTableHasEveryFunctionThatIsEvaluated() throws IOException {
    List<String> names = evaluated().map(line -> line.substring(0, line.indexOf('('))).toList();
    assertThat(names)
        .containsAll(Arrays.stream(Function.values()).map(Function::toString).toList());
    assertThat(names).doesNotContainAnyElementsOf(unknown().toList());
  }
}
