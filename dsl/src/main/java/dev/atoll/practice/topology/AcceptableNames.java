package dev.atoll.practice.topology;

import dev.atoll.facts.Facts;
import dev.atoll.facts.model.Name;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.Map;
import java.util.regex.Pattern;

/** TOP-3. */
public final class AcceptableNames implements Practice {

  private record Rule(String what, Pattern accepted, String inWords) {}

  private static final Map<Name.Of, Rule> RULES =
      Map.of(
          Name.Of.TOPOLOGY,
          rule(
              "topology name",
              "[a-z][a-z0-9-]{0,28}[a-z0-9]",
              "2 to 30 lower-case letters, digits and hyphens, starting with a letter, because"
                  + " every other name is made from it"),
          Name.Of.EKS_CLUSTER,
          rule(
              "EKS cluster name",
              "[0-9A-Za-z][0-9A-Za-z_-]{0,99}",
              "1 to 100 letters, digits, hyphens and underscores, starting with a letter or digit"),
          Name.Of.S3_BUCKET,
          rule(
              "S3 bucket name",
              "(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\\.mrap|--x-s3)$)"
                  + "(?!.*\\.\\.)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
              "3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a"
                  + " letter or digit"),
          Name.Of.DOMAIN,
          rule(
              "domain",
              "(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
              "a domain name in lower case with at least one dot, without scheme or path"),
          Name.Of.REGION,
          rule("Region", "[a-z]{2,4}(?:-[a-z]+)+-\\d", "a Region code such as us-east-2"));

  private static final About ABOUT =
      About.practice("TOP-3", "Every name is one that AWS accepts")
          .from(
              Citation.progress("Infrastructure State"),
              Citation.page(
                  "CreateCluster",
                  "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html"),
              Citation.page(
                  "General purpose bucket naming rules",
                  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"))
          .because(
              "AWS checks names only when it makes the thing: the apply stops in the middle, after"
                  + " the VPCs and before what was to be in them.")
          .fix(
              "Choose a name that follows the rule that the finding names, before anything is made"
                  + " with it.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (Name name : facts.all(Name.class).facts()) {
      Rule rule = RULES.get(name.of());
      inspection.look("name");
      if (!rule.accepted().matcher(name.text()).matches()) {
        inspection.violation(
            "\"%s\" is no %s: %s".formatted(name.text(), rule.what(), rule.inWords()),
            name.source());
      }
    }
    return inspection.judgement("only a topology names things before they are made");
  }

  private static Rule rule(String what, String accepted, String inWords) {
    return new Rule(what, Pattern.compile(accepted), inWords);
  }
}
