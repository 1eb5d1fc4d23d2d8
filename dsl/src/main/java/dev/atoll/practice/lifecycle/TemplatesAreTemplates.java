package dev.atoll.practice.lifecycle;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.configuration.TakenFile;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RUN-5. A shell's own expansions are no expressions of Terraform. */
public final class TemplatesAreTemplates implements Practice {

  private static final About ABOUT =
      About.practice("RUN-5", "What templatefile takes in is a template of Terraform")
          .from(
              page(
                  "Terraform, function templatefile",
                  "https://developer.hashicorp.com/terraform/language/functions/templatefile"),
              page(
                  "Terraform, strings and templates",
                  "https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences"))
          .because(
              "Terraform reads ${…} in the file as its own. A shell's ${!name}, ${name:-default} or"
                  + " ${name%suffix} is no expression, so every plan of the root fails there, and"
                  + " nothing in it can be changed until somebody mends the file.")
          .fix(
              "Take the file in with file() if it needs no values; else write the shell's own"
                  + " expansions with two dollar signs: $${name:-default}.")
          .wants(EvidenceKind.PLAN);

  /** Expansions of a shell that no expression of Terraform can be. */
  private static final Pattern OF_A_SHELL =
      Pattern.compile(
          "(?<!\\$)\\$\\{(?:[!#]\\w+|\\w+(?::[-=+?]|[-=+?]|##?|%%?|/|\\^|,)[^}]*|![^}]*:-[^}]*)}");

  /** The text with the shell's own expansions as a template writes them. */
  public static String escaped(String text) {
    return OF_A_SHELL.matcher(text).replaceAll("\\$$0");
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (TakenFile file : facts.all(TakenFile.class).facts()) {
      if (!file.template()) {
        continue;
      }
      inspection.look("template");
      Matcher foreign = OF_A_SHELL.matcher(file.text());
      if (foreign.find()) {
        long line = file.text().substring(0, foreign.start()).lines().count();
        inspection.violation(
            "%s has %s, which Terraform cannot read: every plan fails"
                .formatted(file.ref(), foreign.group()),
            new Source(file.source().origin(), file.ref() + ":" + Math.max(1, line)));
      }
    }
    return inspection.judgement("no template is taken in, as far as it is written here");
  }
}
