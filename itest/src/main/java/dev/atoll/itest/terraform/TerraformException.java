package dev.atoll.itest.terraform;

import java.util.List;
import java.util.stream.Collectors;

/** A Terraform command failed; its diagnostics say what, and where. */
public class TerraformException extends RuntimeException {

  private final transient List<Diagnostic> diagnostics;

  /**
   * A failed command.
   *
   * @param message what was run and what became of it
   * @param diagnostics the errors that Terraform reported
   */
  public TerraformException(String message, List<Diagnostic> diagnostics) {
    super(
        message
            + diagnostics.stream()
                .map(diagnostic -> "\n  " + diagnostic)
                .collect(Collectors.joining()));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** The errors, in Terraform's order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
