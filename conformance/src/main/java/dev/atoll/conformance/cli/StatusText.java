package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.report.Outcome;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.conformance.status.Age;
import dev.atoll.conformance.status.Status;
import dev.atoll.conformance.status.Status.Line;
import dev.atoll.conformance.status.Status.State;
import java.time.Instant;
import java.util.List;

/** Puts a status into words, like the documents' summary. */
final class StatusText {

  private final Terminal terminal;
  private final Paragraphs paragraphs;
  private final Instant now;

  StatusText(Terminal terminal, Instant now) {
    this.terminal = terminal;
    this.paragraphs = new Paragraphs(terminal);
    this.now = now;
  }

  String of(String topology, Status status, List<String> actions) {
    StringBuilder text = new StringBuilder(paragraphs.head(topology + ", status of " + now));
    section(text, "What works now", status.in(State.WORKS));
    section(text, "What is broken", status.in(State.BROKEN));
    section(text, "What is pending", status.in(State.PENDING));
    section(text, "What is not known", status.in(State.NOT_KNOWN));
    if (!actions.isEmpty()) {
      text.append("\n").append(paragraphs.head("Action required (atoll runbook has the commands)"));
      for (int i = 0; i < actions.size(); i++) {
        text.append(terminal.wrap(2, "%d. %s".formatted(i + 1, actions.get(i)))).append("\n");
      }
    }
    return text.toString().stripTrailing();
  }

  private void section(StringBuilder text, String heading, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append("\n").append(paragraphs.head(heading));
    for (Line line : lines) {
      String sign = terminal.paint(outcome(line), terminal.sign(outcome(line)));
      text.append("  ").append(sign).append(" ").append(line.title()).append("\n");
      text.append(terminal.wrap(6, line.why() + evidence(line))).append("\n");
    }
  }

  private String evidence(Line line) {
    String standIn = line.standIn() ? ", some of it on stand-ins" : "";
    return line.at()
        .map(at -> " (%s, %s%s)".formatted(line.evidence(), Age.of(at, now), standIn))
        .orElse(line.state() == State.PENDING ? " (the topology says so)" : "");
  }

  private static Outcome outcome(Line line) {
    return switch (line.state()) {
      case WORKS -> line.standIn() ? Outcome.PASS_STAND_IN : Outcome.PASS;
      case BROKEN -> Outcome.FAIL;
      case PENDING -> Outcome.NOT_RUN;
      case NOT_KNOWN -> Outcome.UNKNOWN;
    };
  }

  ObjectNode json(String topology, Status status) {
    ObjectNode node = Json.object().put("topology", topology).put("at", now.toString());
    node.set("capabilities", Json.array(status.lines().stream().map(StatusText::json).toList()));
    return node;
  }

  private static ObjectNode json(Line line) {
    ObjectNode node =
        Json.object()
            .put("title", line.title())
            .put("state", Json.lower(line.state()))
            .put("why", line.why())
            .put("standIn", line.standIn())
            .put("evidence", line.evidence());
    line.at().ifPresent(at -> node.put("evidenceAt", at.toString()));
    return node;
  }
}
