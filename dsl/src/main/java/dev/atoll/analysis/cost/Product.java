package dev.atoll.analysis.cost;

/**
 * Something that AWS sells by the unit.
 *
 * @param key its name in the price table
 * @param unit what its price is for
 */
public record Product(String key, Unit unit) {

  public static final Product AURORA = new Product("aurora-serverless-v2", Unit.ACU_HOUR);
  public static final Product NLB = new Product("network-load-balancer", Unit.HOUR);
  public static final Product NLCU = new Product("network-capacity-unit", Unit.NLCU_HOUR);
  public static final Product ALB = new Product("application-load-balancer", Unit.HOUR);
  public static final Product LCU = new Product("application-capacity-unit", Unit.LCU_HOUR);
  public static final Product PUBLIC_IPV4 = new Product("public-ipv4-address", Unit.HOUR);
  public static final Product NAT_GATEWAY = new Product("nat-gateway", Unit.HOUR);
  public static final Product NAT_DATA = new Product("nat-gateway-data", Unit.GB);
  public static final Product EKS = new Product("eks-control-plane", Unit.HOUR);
  public static final Product CROSS_ZONE_DATA = new Product("cross-zone-data", Unit.GB);
  public static final Product INTER_REGION_DATA = new Product("inter-region-data", Unit.GB);

  /** A node of an ElastiCache group, such as {@code valkey} on {@code cache.t4g.small}. */
  public static Product cacheNode(String engine, String type) {
    return new Product(engine + "-" + type, Unit.HOUR);
  }

  /** An EC2 instance, such as {@code m5.large}, Linux, shared tenancy. */
  public static Product instance(String type) {
    return new Product("ec2-" + type, Unit.HOUR);
  }
}
