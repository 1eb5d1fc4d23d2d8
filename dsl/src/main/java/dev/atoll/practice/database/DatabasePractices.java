package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import java.util.List;

/** The rows about Aurora PostgreSQL: its cost, who reaches it, and how a client signs in. */
public final class DatabasePractices {

  private static final Citation AURORA_PRICING =
      page("Amazon Aurora pricing", "https://aws.amazon.com/rds/aurora/pricing/");

  private DatabasePractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new OneWriter(),
        new MinimumCapacity(),
        new Promise(capacityCost()),
        new OneDatabase(),
        new PortOpenToRegionsOnly(),
        new GeneratedCredentials(),
        new RegionLossIsSaid(),
        new IamTokenRegion(),
        new RotatingPassword(),
        new ConnectionUrl(),
        new DerivedAddresses());
  }

  static About capacityCost() {
    return About.promise(
            "AUR-3", "Aurora's monthly cost: about $130 with the reader, about $86 without")
        .from(progress("Completed Today, 1. Cost Optimization"), AURORA_PRICING)
        .because(
            "A saving of about $44 a month is the documented reason for having no reader. If the"
                + " sum is off by more than 3 %, or hides that storage and I/O are left out, the"
                + " choice rests on a wrong number.")
        .fix(
            "Compute ACU × hours × price: 1.5 or 1.0 ACU, 720 to 730 hours a month, 0.12 USD per"
                + " ACU-hour. Say that storage and I/O come on top.")
        .wants(EvidenceKind.MODEL);
  }
}
