package dev.atoll.practice.topology;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.Malformed;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;
import java.util.Optional;

/** TOP-2. What was malformed when it was described, and VPC blocks that AWS refuses. */
public final class UsableCidrs implements Practice {

  private static final int LARGEST = 16;
  private static final int SMALLEST = 28;

  /** Six subnets, the smallest of which is a sixteenth of the VPC, must be /28 or larger. */
  private static final int SMALLEST_WITH_SUBNETS = 24;

  private static final About ABOUT =
      About.practice(
              "TOP-2", "Every CIDR block, version, number and reason is one that can be used")
          .from(
              Citation.progress("Infrastructure State"),
              Citation.page(
                  "VPC CIDR blocks",
                  "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"))
          .because(
              "AWS takes VPC blocks from /16 to /28 and no others, and a public block shadows"
                  + " addresses that belong to somebody else: nodes could never reach them. Any"
                  + " other value that AWS, Kubernetes or Coder refuses stops the apply half-way.")
          .fix(
              "Choose a VPC block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, /16 to /24 in"
                  + " size. For any other value the finding says what is accepted.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (Malformed malformed : facts.all(Malformed.class).facts()) {
      inspection
          .look("text")
          .violation(
              new Finding(
                  ABOUT,
                  "%s: %s".formatted(malformed.what(), malformed.why()),
                  List.of(malformed.source()),
                  malformed.what().equals("VPC CIDR")
                      ? ABOUT.fix()
                      : "Describe the %s with a value that is accepted."
                          .formatted(malformed.what()),
                  List.of()));
    }
    for (Vpc vpc : facts.all(Vpc.class).facts()) {
      // What could not be read was reported above as malformed.
      vpc.cidrs().asOptional().ifPresent(cidrs -> cidrs.forEach(c -> inspect(inspection, vpc, c)));
    }
    return inspection.judgement("there is no VPC");
  }

  private static void inspect(Inspection inspection, Vpc vpc, Cidr cidr) {
    inspection.look("CIDR block");
    problem(cidr).ifPresent(problem -> inspection.violation(cidr + " " + problem, vpc.source()));
  }

  private static Optional<String> problem(Cidr cidr) {
    if (cidr.width() != 32) {
      return Optional.of("is no IPv4 block");
    }
    if (cidr.length() < LARGEST || cidr.length() > SMALLEST) {
      return Optional.of("is outside /%d to /%d".formatted(LARGEST, SMALLEST));
    }
    if (!cidr.isPrivate()) {
      return Optional.of("is not private");
    }
    if (cidr.length() > SMALLEST_WITH_SUBNETS) {
      return Optional.of(
          "is too small for three public and three private subnets of at least /28: /%d is needed"
              .formatted(SMALLEST_WITH_SUBNETS));
    }
    return Optional.empty();
  }
}
