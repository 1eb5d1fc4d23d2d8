package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SEC-8. */
public final class NoSecretsThroughVariables implements Practice {

  private static final About ABOUT =
      About.practice("SEC-8", "No secret arrives as a plain variable")
          .severity(Severity.WARNING)
          .from(
              progress("Important Notes 1"),
              page(
                  "Terraform, manage sensitive data",
                  "https://developer.hashicorp.com/terraform/language/manage-sensitive-data"))
          .because(
              "sensitive = true only hides a value on the screen. It lies in a tfvars file or a CI"
                  + " variable and in the state, in plain text; whoever may plan can read it, and"
                  + " to rotate it somebody has to apply every root that was given it.")
          .fix(
              "Keep it in Secrets Manager and let the cluster fetch it (External Secrets Operator),"
                  + " or use an ephemeral value with a write-only argument.")
          .wants(EvidenceKind.PLAN);

  /** Arguments that hold nothing but secrets. */
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?:data|string_data|binary_data)\\..*"
              + "|auth_token|master_password|password|secret_string");

  /** The same, by type of resource. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?:.*[:.])?(?:kubernetes_secret(?:_v1)?\\.[^ ]+ (?:data|string_data|binary_data)\\..*"
              + "|aws_[a-z0-9_]+\\.[^ ]+ (?:auth_token|master_password|password|secret_string))");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{var\\.([\\w-]+)[^{}]*}");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Map<Ref, List<Expression>> given = new LinkedHashMap<>();
    for (Expression written : facts.all(Expression.class).facts()) {
      if (ARGUMENT.matcher(written.argument()).matches()
          && SECRET.matcher(written.ref() + " " + written.argument()).matches()) {
        inspection.look("secret argument");
        if (VARIABLE.matcher(written.text()).matches()) {
          given.computeIfAbsent(written.ref(), key -> new ArrayList<>()).add(written);
        }
      }
    }
    given.forEach(
        (resource, all) ->
            inspection.violation(
                new Finding(
                    ABOUT,
                    "%s takes %s, which stays in the state in plain text"
                        .formatted(
                            resource,
                            String.join(
                                ", ", all.stream().map(Expression::text).distinct().toList())),
                    List.of(all.get(0).source()),
                    ABOUT.fix(),
                    all.stream().map(one -> one.argument() + " = " + one.text()).toList())));
    return inspection.judgement("no resource is given a secret, as far as it is written here");
  }
}
