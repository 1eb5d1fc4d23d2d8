package dev.atoll.conformance.diagnose;

import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.conformance.diagnose.Result.Trouble;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.NoneSeen;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A step that practices of the catalogue decide from facts.
 *
 * @param question what is asked
 * @param practices the ids of those that answer it together
 */
record JudgedStep(String question, List<String> practices) implements Step {

  static JudgedStep of(String question, String... practices) {
    return new JudgedStep(question, List.of(practices));
  }

  @Override
  public Result take(Scene scene) {
    return judge(scene.facts());
  }

  Result judge(Facts facts) {
    List<Trouble> errors = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> passed = new ArrayList<>();
    for (String id : practices) {
      Judgement judgement = NoneSeen.judged(Catalogue.find(id).orElseThrow(), facts);
      judgement.findings().stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .map(JudgedStep::trouble)
          .forEach(errors::add);
      boolean passes =
          judgement.verdict() == Verdict.PASS
              || judgement.findings().stream().anyMatch(f -> f.severity() != Severity.ERROR);
      (passes ? passed : others).add(id + ": " + judgement.detail());
    }
    if (!errors.isEmpty()) {
      return Result.broken(errors);
    }
    return passed.isEmpty() || passed.size() < practices.size()
        ? new Result(State.OPEN, String.join("; ", others), List.of())
        : Result.fine(passed.stream().collect(Collectors.joining("; ")));
  }

  private static Trouble trouble(Finding finding) {
    return new Trouble(
        finding.practice().id(),
        finding.what(),
        finding.where().stream().map(Object::toString).toList(),
        finding.fix());
  }
}
