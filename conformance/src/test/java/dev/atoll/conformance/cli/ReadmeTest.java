package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the README says works: every command is run here or by CI, every class compiles. */
class ReadmeTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String ATOLL = "java -jar conformance/target/atoll.jar ";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCommandOfTheCommandLineWorks() throws IOException {
    List<String> commands = commands().stream().filter(line -> line.startsWith(ATOLL)).toList();
    assertThat(commands).hasSizeGreaterThan(3);
    return commands.stream()
        .filter(command -> !startsAnEmulator(command))
        .map(command -> dynamicTest(command, () -> assertThat(run(command)).isZero()));
  }

  @Test
  void everyOtherCommandIsRunByCi() throws IOException {
    String ci = Files.readString(ROOT.resolve(".ci/run"));

    assertThat(commands())
        .filteredOn(line -> !line.startsWith(ATOLL) || startsAnEmulator(line))
        .allSatisfy(line -> assertThat(ci).contains(line));
  }

  @Test
  void theTopologyOfAProjectOfOnesOwnCompilesAndIsValid() throws IOException {
    Path source = folder.resolve("com/example/MyTopology.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, block("java", "class MyTopology"));

    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", System.getProperty("java.class.path"), source.toString());

    assertThat(compiled).isZero();
    assertThat(run(ATOLL + "validate --topology com.example.MyTopology --classpath " + folder))
        .isZero();
  }

  @Test
  void theTopologyOnTopIsTheOneOfTheDocuments() throws IOException {
    String shown = block("java", "Topology coderdemo").replaceAll("//.*|\\s+", "");
    String source =
        Files.readString(
            ROOT.resolve("stacks/src/main/java/dev/atoll/stacks/coderdemo/CoderDemo.java"));
    String body = source.substring(source.indexOf("Topology.named")).replaceAll("\\s+", "");

    assertThat(body).startsWith(shown.substring(shown.indexOf("Topology.named")));
  }

  /** CI runs those, where one emulator after the other is at work. */
  private static boolean startsAnEmulator(String command) {
    return command.matches(".*atoll\\.jar (conformance|emulator) .*");
  }

  private int run(String command) {
    List<String> words = new ArrayList<>(List.of(command.substring(ATOLL.length()).split(" ", -1)));
    if (words.get(0).equals("synth")) {
      words.addAll(List.of("--directory", folder.toString()));
    }
    CommandLine commandLine = Atoll.commandLine();
    StringWriter said = new StringWriter();
    commandLine.setOut(new PrintWriter(said));
    commandLine.setErr(new PrintWriter(said));
    return commandLine.execute(words.toArray(String[]::new));
  }

  private static List<String> commands() throws IOException {
    return blocks("sh").stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
  }

  private static String block(String language, String containing) throws IOException {
    return blocks(language).stream()
        .filter(block -> block.contains(containing))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> blocks(String language) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher matcher =
        Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(readme);
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
