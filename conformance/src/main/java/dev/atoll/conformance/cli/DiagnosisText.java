package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.diagnose.Diagnosis;
import dev.atoll.conformance.diagnose.Diagnosis.Taken;
import dev.atoll.conformance.diagnose.Result;
import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.conformance.report.Outcome;
import dev.atoll.conformance.report.Terminal;
import java.util.List;

/** Puts a diagnosis into words: what is broken first, then every step. */
final class DiagnosisText {

  private final Terminal terminal;
  private final Paragraphs paragraphs;

  DiagnosisText(Terminal terminal) {
    this.terminal = terminal;
    this.paragraphs = new Paragraphs(terminal);
  }

  String of(Diagnosis diagnosis) {
    StringBuilder text = new StringBuilder();
    troubles(text, "Broken", diagnosis.in(State.BROKEN));
    troubles(text, "Pending", diagnosis.in(State.PENDING));
    steps(text, diagnosis);
    return text.append("\n").append(sentence(diagnosis)).toString();
  }

  private void troubles(StringBuilder text, String heading, List<Taken> steps) {
    if (steps.isEmpty()) {
      return;
    }
    text.append(paragraphs.head(heading));
    for (Taken step : steps) {
      text.append(terminal.wrap(2, step + ": " + step.question())).append("\n");
      for (Result.Trouble trouble : step.result().troubles()) {
        text.append(paragraphs.entry(trouble.practice(), trouble.what()));
        trouble.where().forEach(where -> text.append(paragraphs.entry("where", where)));
        text.append(paragraphs.entry("fix", trouble.fix()));
      }
    }
    text.append("\n");
  }

  private void steps(StringBuilder text, Diagnosis diagnosis) {
    String list = "";
    for (Taken step : diagnosis.taken()) {
      if (!step.list().equals(list)) {
        list = step.list();
        text.append(paragraphs.head(list));
      }
      String sign = terminal.paint(outcome(step), terminal.sign(outcome(step)));
      String line = "%d. %s".formatted(step.number(), step.question());
      text.append(" ").append(sign).append(terminal.wrap(1, line)).append("\n");
      if (step.result().troubles().isEmpty()) {
        text.append(terminal.wrap(6, word(step) + step.result().detail())).append("\n");
      } else {
        text.append(terminal.wrap(6, word(step) + "see above")).append("\n");
      }
    }
  }

  private static String word(Taken step) {
    return switch (step.result().state()) {
      case FINE -> "";
      case BROKEN -> "broken: ";
      case PENDING -> "pending: ";
      case OPEN -> "not known: ";
      case BY_HAND -> "by hand: ";
    };
  }

  private static Outcome outcome(Taken step) {
    return switch (step.result().state()) {
      case FINE -> Outcome.PASS;
      case BROKEN -> Outcome.FAIL;
      case PENDING -> Outcome.NOT_RUN;
      case OPEN, BY_HAND -> Outcome.UNKNOWN;
    };
  }

  private String sentence(Diagnosis diagnosis) {
    String counts =
        "%d steps: %d fine, %d broken, %d pending, %d not known, %d by hand."
            .formatted(
                diagnosis.taken().size(),
                diagnosis.in(State.FINE).size(),
                diagnosis.in(State.BROKEN).size(),
                diagnosis.in(State.PENDING).size(),
                diagnosis.in(State.OPEN).size(),
                diagnosis.in(State.BY_HAND).size());
    String first =
        diagnosis
            .first()
            .map(step -> terminal.wrap(0, "Start with: " + step + ". " + step.question()))
            .map(text -> "\n" + text)
            .orElse("");
    return terminal.wrap(0, counts) + first;
  }

  static ObjectNode json(Diagnosis diagnosis) {
    ObjectNode node = Json.object();
    diagnosis
        .first()
        .ifPresent(
            step -> node.putObject("first").put("list", step.list()).put("step", step.number()));
    node.set("steps", Json.array(diagnosis.taken().stream().map(DiagnosisText::json).toList()));
    return node;
  }

  private static ObjectNode json(Taken step) {
    ObjectNode node =
        Json.object()
            .put("list", step.list())
            .put("step", step.number())
            .put("question", step.question())
            .put("state", Json.lower(step.result().state()))
            .put("detail", step.result().detail());
    node.set(
        "troubles",
        Json.array(step.result().troubles().stream().map(DiagnosisText::json).toList()));
    return node;
  }

  private static ObjectNode json(Result.Trouble trouble) {
    ObjectNode node =
        Json.object()
            .put("practice", trouble.practice())
            .put("what", trouble.what())
            .put("fix", trouble.fix());
    trouble.where().forEach(node.putArray("where")::add);
    return node;
  }
}
