package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is found in a file is found at a line of it, and has a name of its own. */
class PlacesTest {

  private static final String OUTPUT =
      """
      provider "aws" {
        region = "eu-west-1"
      }

      resource "aws_rds_cluster" "a" {
        master_password = "%s"
      }

      output "url" {
        value = aws_rds_cluster.a.master_password
      }
      """;

  @TempDir private Path folder;

  static List<Path> broken() throws IOException {
    try (Stream<Path> folders = Files.list(Fixtures.folder("url-by-chance").getParent())) {
      return folders
          .map(each -> each.resolve("broken"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void everyFindingHasLinesAndAddresses(Path fixture) {
    assertThat(Fixtures.report(fixture).entries())
        .allSatisfy(entry -> assertThat(places(entry)).allSatisfy(PlacesTest::isWhole));
  }

  private static void isWhole(Location place) {
    assertThat(place.file()).isPresent();
    assertThat(place.line()).isPresent();
    String file = place.file().orElseThrow();
    // What a resource takes in is a file of its own, and is called by its name.
    assertThat(place.address()).isNotBlank();
    assertThat(place.address().equals(file)).isEqualTo(!file.endsWith(".tf"));
  }

  private static List<Location> places(Entry entry) {
    return entry.finding().where().stream().map(Location::of).toList();
  }

  @Test
  void anOutputIsAtItsBlock() throws IOException {
    Files.writeString(folder.resolve("main.tf"), OUTPUT);
    assertThat(outputs()).containsExactly("output.url at main.tf:9");
  }

  @Test
  void outputsOfOneNameAreToldApartByTheirRoots() throws IOException {
    for (String root : List.of("a", "b")) {
      Files.createDirectory(folder.resolve(root));
      Files.writeString(folder.resolve(root).resolve("main.tf"), OUTPUT);
    }
    assertThat(outputs())
        .containsExactly("a:output.url at a/main.tf:9", "b:output.url at b/main.tf:9");
  }

  @Test
  void ofConfigurationInJsonTheFileIsKnown() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    Files.writeString(
        folder.resolve("a/main.tf.json"),
        """
        {"resource": {"aws_rds_cluster": {"a": {"engine": "x"}}},
         "output": {"url": {"value": "${aws_rds_cluster.a.master_password}"}}}
        """);
    assertThat(outputs()).containsExactly("output.url at a/main.tf.json");
  }

  private List<String> outputs() {
    return Fixtures.report(folder).entries().stream()
        .flatMap(entry -> places(entry).stream())
        .filter(place -> place.address().contains("output."))
        .map(place -> place.address() + " at " + place)
        .toList();
  }
}
