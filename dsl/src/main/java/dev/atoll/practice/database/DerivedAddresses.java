package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.configuration.Expression.Form;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** AUR-11. What the addresses are AUR-5 judges; this is about how they are written. */
public final class DerivedAddresses implements Practice {

  private static final About ABOUT =
      About.practice("AUR-11", "Rules of a database take addresses from VPCs, they are not typed")
          .severity(Severity.WARNING)
          .from(progress("Infrastructure State"), bestPractices("Multi-Region Coder Visibility"))
          .because(
              "A typed block is right until the other region's VPC is made anew with another one:"
                  + " Coder there then waits for the database and never gets ready. And whatever"
                  + " gets the old block next, by a peering or a VPN, reaches the database.")
          .fix(
              "Take the block from where it is decided: the VPC's cidr_block, an output of the"
                  + " other root, or one variable that both roots are given.")
          .wants(EvidenceKind.PLAN);

  private static final Pattern BLOCK = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<Ref> groups = new ArrayList<>();
    for (DatabaseCluster cluster : facts.all(DatabaseCluster.class).facts()) {
      inspection.look("database cluster");
      cluster.groups().asOptional().ifPresent(groups::addAll);
    }
    for (Ingress rule : facts.all(Ingress.class).facts()) {
      if (rule.group().is(groups::contains).isYes()) {
        typed(facts, rule).ifPresent(text -> violated(inspection, facts, rule, text));
      }
    }
    return inspection.judgement("there is no database cluster");
  }

  private static void violated(Inspection inspection, Facts facts, Ingress rule, Expression text) {
    Seen<Vpc> vpcs = facts.all(Vpc.class);
    Truth known =
        Truth.any(
                vpcs.stream(),
                vpc ->
                    vpc.cidrs()
                        .is(
                            all ->
                                all.stream().anyMatch(one -> one.toString().equals(text.text()))))
            .or(vpcs.gap().map(Truth::open).orElse(Truth.NO));
    if (known.isOpen()) {
      known
          .open()
          .forEach(why -> inspection.undecided("whose block " + text.text() + " is: " + why));
      return;
    }
    if (known.isYes() && facts.intended().isPresent()) {
      // The topology decides the block, and what was synthesized from it repeats it.
      return;
    }
    Finding finding =
        new Finding(
            ABOUT,
            "%s opens the database to %s, which is typed; %s"
                .formatted(
                    rule.ref(),
                    text.text(),
                    known.isYes()
                        ? "a VPC here has that block today"
                        : "no VPC here has that block"),
            List.of(rule.source()),
            ABOUT.fix(),
            List.of("%s of %s is a literal".formatted(text.argument(), text.ref())));
    inspection.violation(known.isYes() ? finding.as(Severity.NOTE) : finding);
  }

  private static Optional<Expression> typed(Facts facts, Ingress rule) {
    String address = rule.ref().key().replaceFirst("\\[[^\\[]*]$", "");
    return facts.all(Expression.class).stream()
        .filter(
            written -> written.form() == Form.LITERAL && BLOCK.matcher(written.text()).matches())
        .filter(
            written -> {
              String key = written.ref().key();
              return key.equals(address) || key.endsWith(":" + address);
            })
        .findFirst();
  }
}
