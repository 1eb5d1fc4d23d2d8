package dev.atoll.conformance.cli;

import dev.atoll.analysis.cost.Alternatives;
import dev.atoll.analysis.cost.Bill;
import dev.atoll.analysis.cost.BillOfMaterials;
import dev.atoll.analysis.cost.PriceTable;
import dev.atoll.analysis.cost.Traffic;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a topology costs a month. */
@Command(
    name = "cost",
    description = {
      "Prints the monthly bill of a topology by Region and component, at list prices, and what",
      "the documents' alternatives would cost: a reader instance, an ALB."
    },
    mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private TopologyOption topology;
  @Mixin private TrafficOptions load;

  @Option(
      names = "--inter-region-gb",
      paramLabel = "N",
      description = "Gigabytes a month that leave each Region for another. Default: 0")
  private double interRegionGigabytes;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    CostReport report = report(topology.load(), load.traffic());
    PrintWriter out = spec.commandLine().getOut();
    out.println(output == Output.JSON ? Json.print(report.json()) : report.text());
    out.flush();
    return ExitCode.FINE;
  }

  private CostReport report(Topology described, Traffic traffic) {
    PriceTable prices = PriceTable.current();
    BillOfMaterials materials = described.materials(traffic);
    if (interRegionGigabytes > 0) {
      for (CoderRegion region : described.regions()) {
        materials = materials.withDataBetweenRegions(region.region(), interRegionGigabytes);
      }
    }
    List<Alternatives> alternatives =
        described.regions().stream()
            .map(
                region ->
                    Alternatives.of(
                        region.region(), region.publicSubnets().size(), traffic, prices))
            .toList();
    return new CostReport(
        described.name(), traffic, Bill.of(materials, prices), alternatives, prices);
  }
}
