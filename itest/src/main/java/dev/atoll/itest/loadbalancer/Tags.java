package dev.atoll.itest.loadbalancer;

/** The tags by which the controller, and whoever looks for a load balancer, knows what is whose. */
public final class Tags {

  /** The cluster's name. */
  public static final String CLUSTER = "elbv2.k8s.aws/cluster";

  /** The Service's namespace and name. */
  public static final String STACK = "service.k8s.aws/stack";

  /** What it is of that Service. */
  public static final String RESOURCE = "service.k8s.aws/resource";

  /** The security group that all load balancers of a cluster share. */
  static final String SHARED = "elbv2.k8s.aws/resource";

  private Tags() {}
}
