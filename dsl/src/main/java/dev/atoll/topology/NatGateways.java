package dev.atoll.topology;

/**
 * How nodes in private subnets get out to the internet.
 *
 * <p>A NAT gateway costs 0.045 USD an hour in most US Regions, about 33 USD a month, and as much
 * per GB that passes.
 *
 * @see <a href="https://aws.amazon.com/vpc/pricing/">Amazon VPC pricing</a>
 */
public enum NatGateways {
  /**
   * One per Region: about 33 USD a month and Region. When its zone is down, nodes of the other
   * zones pull no images and reach no identity provider until it is back.
   */
  ONE_PER_REGION,
  /** One per zone: about 99 USD a month and Region with three zones. No zone depends on another. */
  ONE_PER_ZONE;

  /** US dollars an hour for one gateway, without the data that passes. */
  public static final double USD_PER_HOUR = 0.045;

  /** Hours in a month, as AWS's calculator counts. */
  private static final int HOURS_PER_MONTH = 730;

  /** How many gateways a Region with that many zones gets. */
  public int count(int zones) {
    return this == ONE_PER_REGION ? Math.min(1, zones) : zones;
  }

  /** US dollars a month for a Region with that many zones, without the data that passes. */
  public double usdPerMonth(int zones) {
    return count(zones) * USD_PER_HOUR * HOURS_PER_MONTH;
  }
}
