package dev.atoll.itest.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One thing that Terraform found wrong, as it says it in its machine-readable output.
 *
 * @param severity {@code error} or {@code warning}
 * @param summary one line
 * @param detail more of it, may be empty
 * @param address the resource, such as {@code aws_vpc.ohio}, when it is about one
 * @param position where it is written, when that is known
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/internals/machine-readable-ui">Machine-readable
 *     UI</a>
 */
public record Diagnostic(
    String severity,
    String summary,
    String detail,
    Optional<String> address,
    Optional<Position> position) {

  /**
   * A place in a configuration.
   *
   * @param file relative to the working directory
   * @param line from 1
   */
  public record Position(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  static Diagnostic of(JsonNode json) {
    JsonNode range = json.path("range");
    return new Diagnostic(
        json.path("severity").asText(),
        json.path("summary").asText(),
        json.path("detail").asText(),
        Optional.of(json.path("address").asText()).filter(address -> !address.isEmpty()),
        range.hasNonNull("filename")
            ? Optional.of(
                new Position(
                    range.path("filename").asText(), range.path("start").path("line").asInt()))
            : Optional.empty());
  }

  boolean isError() {
    return severity.equals("error");
  }

  /** Such as {@code main.tf:3: aws_vpc.ohio: invalid CIDR address (detail)}. */
  @Override
  public String toString() {
    return position.map(at -> at + ": ").orElse("")
        + address.map(at -> at + ": ").orElse("")
        + summary
        + (detail.isBlank() ? "" : " (" + detail.strip() + ")");
  }
}
