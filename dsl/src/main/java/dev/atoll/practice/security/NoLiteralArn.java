package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SEC-2. A pattern of ARNs, as policies have them, is no ARN of anything, and neither is an example
 * in a description.
 */
public final class NoLiteralArn implements Practice {

  private static final About ABOUT =
      About.practice("SEC-2", "No ARN is written down anywhere")
          .severity(Severity.WARNING)
          .from(
              bestPractices("TLS/SSL Certificate Management"),
              page(
                  "Terraform provider aws, data source aws_acm_certificate",
                  "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/acm_certificate"))
          .because(
              "A typed ARN is right until the thing is made anew, in another region or another"
                  + " account. Then the old certificate expires in silence, or a role is granted to"
                  + " what no longer exists.")
          .fix(
              "Refer to the resource or the data source. AWS's own managed policies, which are the"
                  + " same for everybody, are built from the partition.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final Pattern ARN =
      Pattern.compile("\\barn:(?:aws[a-z-]*):[a-z0-9-]+:([a-z0-9-]*):([^:\\s\"]*):([^\\s\",]*)");

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (Expression written : facts.all(Expression.class).facts()) {
      inspection.look("text");
      if (isDescription(written.argument())) {
        continue;
      }
      Matcher arn = ARN.matcher(written.text());
      while (arn.find()) {
        if (isOfAws(arn.group(2), arn.group(3))) {
          inspection.violation(
              new Finding(
                      ABOUT,
                      "%s of %s names the partition: %s is one of AWS's own, the same in every account"
                          .formatted(written.argument(), written.ref(), arn.group()),
                      List.of(written.source()),
                      ABOUT.fix(),
                      List.of())
                  .as(Severity.NOTE));
        } else if (!isPattern(arn.group(2), arn.group(3))) {
          inspection.violation(
              "%s of %s has %s written down"
                  .formatted(written.argument(), written.ref(), arn.group()),
              written.source());
        }
      }
    }
    return inspection.judgement("only configuration shows how something is written");
  }

  private static boolean isDescription(String argument) {
    return argument.equals("description") || argument.endsWith(".error_message");
  }

  /** Its account is AWS's own, or it is one of the templates of AWS Private CA, which have none. */
  private static boolean isOfAws(String account, String resource) {
    return account.equals("aws") || (account.isEmpty() && resource.startsWith("template/"));
  }

  /**
   * It is put together from references, stands for every account, or names none and more than one
   * thing.
   */
  private static boolean isPattern(String account, String resource) {
    return account.contains("${")
        || resource.contains("${")
        || account.equals("*")
        || (account.isEmpty() && resource.contains("*"));
  }
}
