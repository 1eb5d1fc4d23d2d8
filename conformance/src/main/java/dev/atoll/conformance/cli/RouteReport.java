package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.analysis.dns.Answer;
import dev.atoll.analysis.dns.CounterExample;
import dev.atoll.analysis.dns.DnsProof;
import dev.atoll.analysis.dns.Failover;
import dev.atoll.analysis.dns.NameClass;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.dns.Tiers;
import dev.atoll.analysis.dns.Unsaved;
import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.DnsRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An answer, its failover and the proof in words and as JSON.
 *
 * @param facts what was asked about
 * @param failover the answers before and after
 * @param at the moment that is asked about; empty for all stages
 * @param proof the proof
 */
record RouteReport(Facts facts, Failover failover, Optional<Duration> at, DnsProof proof) {

  private static final String INDENT = " ".repeat(10);

  /** A time from which on something is answered. */
  private record Stage(Duration from, Answer answer, String note) {}

  String text() {
    Question question = failover.question();
    List<String> lines = new ArrayList<>();
    lines.add("%s, asked from %s%s".formatted(question.name(), question.from(), meanwhile()));
    for (Stage stage : shown()) {
      lines.add("");
      lines.addAll(lines(stage));
    }
    if (!failover.down().isEmpty()) {
      lines.add("");
      lines.add("What this does not save");
      Unsaved.EVER.forEach(each -> lines.add("  " + each));
      failover.unsaved().forEach(each -> lines.add("  " + each));
    }
    lines.add("");
    lines.add("Proof: " + proof);
    proof.counterExamples().stream().skip(1).forEach(each -> lines.add("  also: " + each));
    if (!proof.bare().isEmpty()) {
      lines.add(
          "Nobody serves these, yet they are answered where no certificate covers them: "
              + proof.bare().stream().map(NameClass::toString).collect(Collectors.joining(", ")));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private String meanwhile() {
    if (failover.down().isEmpty()) {
      return " while everything is well";
    }
    return " while %s %s down%s"
        .formatted(
            new TreeSet<>(failover.down())
                .stream().map(Region::name).collect(Collectors.joining(" and ")),
            failover.down().size() == 1 ? "is" : "are",
            at.map(time -> ", " + Moment.show(time) + " after that").orElse(""));
  }

  private List<String> lines(Stage stage) {
    Answer answer = stage.answer();
    List<String> lines = new ArrayList<>();
    String label = failover.down().isEmpty() ? "" : Moment.show(stage.from());
    lines.add("  %-7s %s".formatted(label, leads(answer)));
    answer
        .record()
        .ifPresent(
            record ->
                lines.add(
                    INDENT
                        + "by %s (%s), TTL %d s"
                            .formatted(
                                record.name().show(), record.ref(), answer.ttl().toSeconds())));
    answer.reasons().forEach(reason -> lines.add(INDENT + "because " + reason));
    answer.unseen().forEach(open -> lines.add(INDENT + "open: " + open));
    if (!stage.note().isEmpty()) {
      lines.add(INDENT + stage.note());
    }
    return lines;
  }

  private String leads(Answer answer) {
    return answer.record().map(this::leads).orElse(answer.outcome().toString());
  }

  private String leads(DnsRecord record) {
    Optional<Region> region = Tiers.of(facts, Route53.of(facts)).region(record).asOptional();
    String where =
        record
            .alias()
            .fold(
                alias ->
                    alias.orElse(record.values().map(values -> String.join(", ", values)).show()),
                why -> "an address that is not known: " + why);
    return region
        .map(
            known ->
                "%s%s (%s)"
                    .formatted(
                        known, failover.down().contains(known) ? ", which is down" : "", where))
        .orElse(where);
  }

  private List<Stage> shown() {
    List<Stage> stages = stages();
    return at.map(
            time ->
                stages.stream()
                    .filter(stage -> stage.from().compareTo(time) <= 0)
                    .reduce((earlier, later) -> later)
                    .stream()
                    .toList())
        .orElse(stages);
  }

  private List<Stage> stages() {
    if (failover.down().isEmpty()) {
      return List.of(new Stage(Duration.ZERO, failover.after(), ""));
    }
    if (failover.timeline().isEmpty()) {
      return List.of(
          new Stage(
              Duration.ZERO,
              failover.after(),
              "once Route 53 knows: AWS gives no time for the health of targets without a health"
                  + " check"));
    }
    DnsTimeline time = failover.timeline().get();
    return failover.moves() ? moving(time) : staying(time);
  }

  private List<Stage> moving(DnsTimeline time) {
    return List.of(
        new Stage(
            Duration.ZERO,
            failover.before(),
            "until the health check fails: %d s × %d, sooner when the load balancer sees it first"
                .formatted(time.interval().toSeconds(), time.threshold())),
        new Stage(
            time.detection(),
            failover.after(),
            "for new questions; a resolver that asked just before keeps the old answer for %d s"
                .formatted(time.ttl().toSeconds())),
        new Stage(
            time.failover(), failover.after(), "for everybody whose resolver keeps to the TTL"));
  }

  private List<Stage> staying(DnsTimeline time) {
    return List.of(
        new Stage(Duration.ZERO, failover.before(), ""),
        new Stage(time.detection(), failover.after(), "the same answer as before"));
  }

  ObjectNode json() {
    ObjectNode node =
        Json.object()
            .put("name", failover.question().name().text())
            .put("from", failover.question().from().name());
    new TreeSet<>(failover.down()).forEach(each -> node.withArray("down").add(each.name()));
    node.set("stages", Json.array(shown().stream().map(this::json).toList()));
    if (!failover.down().isEmpty()) {
      Unsaved.EVER.forEach(each -> node.withArray("notSaved").add(each));
      failover.unsaved().forEach(each -> node.withArray("notSaved").add(each));
    }
    ObjectNode proven =
        node.putObject("proof")
            .put("holds", Json.lower(proof.holds().answer()))
            .put("classes", proof.classes().size())
            .put("served", proof.served().size())
            .put("asking", proof.asking().size())
            .put("combinations", proof.combinations());
    for (CounterExample each : proof.counterExamples()) {
      proven.withArray("counterExamples").add(each.toString());
    }
    proof.open().forEach(each -> proven.withArray("open").add(each));
    return node;
  }

  private ObjectNode json(Stage stage) {
    Answer answer = stage.answer();
    ObjectNode node =
        Json.object()
            .put("afterSeconds", stage.from().toSeconds())
            .put("outcome", Json.lower(answer.outcome()))
            .put("leadsTo", leads(answer))
            .put("ttlSeconds", answer.ttl().toSeconds());
    answer.record().ifPresent(record -> node.put("record", record.ref().key()));
    answer.reasons().forEach(reason -> node.withArray("because").add(reason));
    answer.open().forEach(open -> node.withArray("open").add(open));
    return node;
  }
}
