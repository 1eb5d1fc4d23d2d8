package dev.atoll.conformance.cli;

import dev.atoll.practice.About;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Practice;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one practice. */
@Command(
    name = "explain",
    description = "Explains one practice: what holds, why it matters, what to do, who says so.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "The practice's id, such as NET-4.")
  private String id;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    About about =
        Catalogue.find(id)
            .map(Practice::about)
            .orElseThrow(
                () ->
                    new UsageException(
                        "There is no practice %s. atoll practices lists all %d."
                            .formatted(id, Catalogue.all().size())));
    PrintWriter out = spec.commandLine().getOut();
    out.println(output == Output.JSON ? Json.print(Json.of(about)) : Explanation.of(about));
    out.flush();
    return ExitCode.FINE;
  }
}
