package dev.atoll.conformance.cli;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Practice;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the practice catalogue. */
@Command(
    name = "practices",
    description = "Lists the practice catalogue: id, severity, kind, wanted evidence, title.",
    mixinStandardHelpOptions = true)
final class PracticesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (output == Output.JSON) {
      out.println(
          Json.print(
              Json.array(
                  Catalogue.all().stream()
                      .map(practice -> Json.of(practice.about()).put("judged", isJudged(practice)))
                      .toList())));
    } else {
      Catalogue.all().forEach(practice -> out.println(line(practice)));
      out.println();
      out.println("A dot after the id: nothing judges this row yet. atoll explain ID says more.");
    }
    out.flush();
    return ExitCode.FINE;
  }

  private static boolean isJudged(Practice practice) {
    return !(practice instanceof Awaited);
  }

  private static String line(Practice practice) {
    About about = practice.about();
    return "%-9s %-8s %-12s %-18s %s"
        .formatted(
            about.id() + (isJudged(practice) ? "" : " ·"),
            Json.lower(about.severity()),
            Json.lower(about.kind()),
            String.join(" + ", Json.kinds(about.wanted())),
            about.title());
  }
}
