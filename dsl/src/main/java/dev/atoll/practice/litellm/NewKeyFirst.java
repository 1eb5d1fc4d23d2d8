package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.configuration.TakenFile;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.ArrayList;
import java.util.List;

/** LLM-10. Judges scripts as they are written; LLM-5 tries a rotation for real. */
public final class NewKeyFirst implements Practice {

  private static final About ABOUT =
      About.practice("LLM-10", "A rotation makes the new key before it deletes the old one")
          .subject(Subject.LITELLM)
          .harm(Harm.STOPS_USERS)
          .from(
              bestPractices("LiteLLM Integration Architecture, Key Rotation"),
              LiteLlmPractices.VIRTUAL_KEYS)
          .because(
              "From the deletion until every client has read the new key, each request is refused:"
                  + " a rotation every few minutes is an outage every few minutes. If making the"
                  + " new key then fails, the outage lasts.")
          .fix(
              "Make the new key under an alias of its own (KEY_NAME-$(date +%s)), publish it, wait"
                  + " until clients have read it, and only then delete the old one.")
          .wants(EvidenceKind.PLAN);

  private static final String DELETES = "/key/delete";
  private static final String MAKES = "/key/generate";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (TakenFile script : facts.all(TakenFile.class).facts()) {
      int deletes = script.text().indexOf(DELETES);
      int makes = script.text().indexOf(MAKES);
      if (deletes < 0 || makes < 0) {
        continue;
      }
      inspection.look("rotation");
      if (deletes < makes) {
        inspection.violation(deletedFirst(facts, script, deletes));
      }
    }
    return inspection.judgement("no script rotates a key, as far as it is written here");
  }

  private static Finding deletedFirst(Facts facts, TakenFile script, int deletes) {
    List<Expression> schedules = schedules(facts, script);
    List<Source> where = new ArrayList<>();
    long line = script.text().substring(0, deletes).lines().count();
    where.add(new Source(script.source().origin(), script.ref() + ":" + line));
    schedules.forEach(schedule -> where.add(schedule.source()));
    String when =
        schedules.isEmpty() ? "" : ", at every run of the schedule " + schedules.get(0).text();
    return new Finding(
        ABOUT,
        "%s deletes the key before its successor exists%s".formatted(script.ref(), when),
        where,
        ABOUT.fix(),
        List.of());
  }

  /** Those of the module that has the script. */
  private static List<Expression> schedules(Facts facts, TakenFile script) {
    return facts.all(Expression.class).stream()
        .filter(written -> ("." + written.argument()).endsWith(".schedule"))
        .filter(written -> written.ref().key().contains("kubernetes_cron_job"))
        .filter(
            written -> {
              String key = written.ref().key();
              String folder = key.contains(":") ? key.substring(0, key.indexOf(':')) + "/" : "";
              return script.ref().key().startsWith(folder);
            })
        .toList();
  }
}
