package dev.atoll.conformance.cli;

import dev.atoll.analysis.dns.DnsProof;
import dev.atoll.analysis.dns.Failover;
import dev.atoll.analysis.dns.Outcome;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.dns.Zone;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Facts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a client is answered, and what becomes of it when Regions are lost. */
@Command(
    name = "route",
    description = {
      "Says which Region a client's name leads to, by which record and why, what changes when",
      "Regions are down and when, what that does not save, and whether every name is answered by",
      "a healthy Region whatever fails. Exit code 1 when one is not."
    },
    mixinStandardHelpOptions = true)
final class RouteCommand implements Callable<Integer> {

  private static final String LABEL = "(\\*|[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)";

  @Spec private CommandSpec spec;
  @Mixin private TopologyOption topology;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The name that is asked. Default: the domain itself")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "REGION",
      description = "Where the client is: the Region nearest to it.")
  private String from;

  @Option(
      names = "--down",
      paramLabel = "REGION",
      split = ",",
      description = "Regions that are down; repeatable.")
  private List<String> down = List.of();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "How long after they went down, as +90s or 2m. Default: every stage")
  private Optional<Duration> at = Optional.empty();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description =
          "Terraform JSON instead of a topology: configuration, or \"terraform show -json\" of a"
              + " plan or a state.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    if (at.isPresent() && down.isEmpty()) {
      throw new UsageException("--at counts from when Regions went down: name one with --down.");
    }
    Region asking = region(from, Region.all(), "--from: AWS has no Region");
    Facts facts = facts();
    DnsProof proof = DnsProof.of(facts);
    Set<Region> lost = new TreeSet<>();
    down.forEach(each -> lost.add(region(each, proof.regions(), "--down: no name here leads to")));
    Question question = new Question(name(Route53.of(facts)), "A", asking);
    RouteReport report = new RouteReport(facts, Failover.of(facts, question, lost), at, proof);
    PrintWriter out = spec.commandLine().getOut();
    out.println(output == Output.JSON ? Json.print(report.json()) : report.text());
    out.flush();
    return proof.holds().isNo() ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private Facts facts() {
    if (file.isEmpty()) {
      return topology.load().facts();
    }
    if (!Files.isRegularFile(file.get())) {
      throw new UsageException("There is no file %s, which --file names.".formatted(file.get()));
    }
    return TerraformJson.read(file.get()).facts();
  }

  private DomainName name(Route53 route53) {
    List<DomainName> tops = route53.zones().stream().map(Zone::top).toList();
    if (tops.isEmpty()) {
      throw new UsageException(
          "There is no public hosted zone here whose name is known, so nobody is answered.");
    }
    DomainName asked = name.map(DomainName::new).orElse(tops.get(0));
    if (asked.text().length() > 253 || !asked.text().matches(LABEL + "(\\." + LABEL + ")*")) {
      throw new UsageException("\"%s\" is no domain name.".formatted(name.orElse("")));
    }
    if (route53.zone(asked).isEmpty()) {
      throw new UsageException(
          "%s is not in %s, for which Route 53 answers here; it would say %s."
              .formatted(asked, shown(tops), Outcome.REFUSED.code()));
    }
    return asked;
  }

  private static Region region(String text, Collection<Region> some, String wrong) {
    Region region = new Region(text);
    if (!some.contains(region)) {
      throw new UsageException(
          "%s %s. There %s: %s."
              .formatted(
                  wrong,
                  text,
                  some.size() == 1 ? "is" : "are",
                  shown(some.stream().sorted().toList())));
    }
    return region;
  }

  private static String shown(Collection<?> all) {
    return all.isEmpty()
        ? "none"
        : all.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
