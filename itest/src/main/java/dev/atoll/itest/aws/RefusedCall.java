package dev.atoll.itest.aws;

/** Whoever reads an account may not ask this. Nothing follows from it for what is there. */
public final class RefusedCall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String permission;

  RefusedCall(String permission, Throwable cause) {
    super("the account refuses " + permission, cause);
    this.permission = permission;
  }

  /** The missing permission as IAM policies name it, such as {@code rds:DescribeDBClusters}. */
  public String permission() {
    return permission;
  }
}
