package dev.atoll.aws;

import java.util.List;
import java.util.Objects;

/**
 * An AWS Region.
 *
 * @param name the Region's code, such as {@code us-east-2}
 */
public record Region(String name) implements Comparable<Region> {

  public static final Region US_EAST_1 = new Region("us-east-1");
  public static final Region US_EAST_2 = new Region("us-east-2");
  public static final Region US_WEST_1 = new Region("us-west-1");
  public static final Region US_WEST_2 = new Region("us-west-2");
  public static final Region AF_SOUTH_1 = new Region("af-south-1");
  public static final Region AP_EAST_1 = new Region("ap-east-1");
  public static final Region AP_EAST_2 = new Region("ap-east-2");
  public static final Region AP_SOUTH_1 = new Region("ap-south-1");
  public static final Region AP_SOUTH_2 = new Region("ap-south-2");
  public static final Region AP_SOUTHEAST_1 = new Region("ap-southeast-1");
  public static final Region AP_SOUTHEAST_2 = new Region("ap-southeast-2");
  public static final Region AP_SOUTHEAST_3 = new Region("ap-southeast-3");
  public static final Region AP_SOUTHEAST_4 = new Region("ap-southeast-4");
  public static final Region AP_SOUTHEAST_5 = new Region("ap-southeast-5");
  public static final Region AP_SOUTHEAST_7 = new Region("ap-southeast-7");
  public static final Region AP_NORTHEAST_1 = new Region("ap-northeast-1");
  public static final Region AP_NORTHEAST_2 = new Region("ap-northeast-2");
  public static final Region AP_NORTHEAST_3 = new Region("ap-northeast-3");
  public static final Region CA_CENTRAL_1 = new Region("ca-central-1");
  public static final Region CA_WEST_1 = new Region("ca-west-1");
  public static final Region EU_CENTRAL_1 = new Region("eu-central-1");
  public static final Region EU_CENTRAL_2 = new Region("eu-central-2");
  public static final Region EU_WEST_1 = new Region("eu-west-1");
  public static final Region EU_WEST_2 = new Region("eu-west-2");
  public static final Region EU_WEST_3 = new Region("eu-west-3");
  public static final Region EU_NORTH_1 = new Region("eu-north-1");
  public static final Region EU_SOUTH_1 = new Region("eu-south-1");
  public static final Region EU_SOUTH_2 = new Region("eu-south-2");
  public static final Region IL_CENTRAL_1 = new Region("il-central-1");
  public static final Region ME_CENTRAL_1 = new Region("me-central-1");
  public static final Region ME_SOUTH_1 = new Region("me-south-1");
  public static final Region MX_CENTRAL_1 = new Region("mx-central-1");
  public static final Region SA_EAST_1 = new Region("sa-east-1");

  /** Every Region of the commercial partition, in the order above. */
  public static List<Region> all() {
    return List.of(
        US_EAST_1,
        US_EAST_2,
        US_WEST_1,
        US_WEST_2,
        AF_SOUTH_1,
        AP_EAST_1,
        AP_EAST_2,
        AP_SOUTH_1,
        AP_SOUTH_2,
        AP_SOUTHEAST_1,
        AP_SOUTHEAST_2,
        AP_SOUTHEAST_3,
        AP_SOUTHEAST_4,
        AP_SOUTHEAST_5,
        AP_SOUTHEAST_7,
        AP_NORTHEAST_1,
        AP_NORTHEAST_2,
        AP_NORTHEAST_3,
        CA_CENTRAL_1,
        CA_WEST_1,
        EU_CENTRAL_1,
        EU_CENTRAL_2,
        EU_WEST_1,
        EU_WEST_2,
        EU_WEST_3,
        EU_NORTH_1,
        EU_SOUTH_1,
        EU_SOUTH_2,
        IL_CENTRAL_1,
        ME_CENTRAL_1,
        ME_SOUTH_1,
        MX_CENTRAL_1,
        SA_EAST_1);
  }

  public Region {
    Objects.requireNonNull(name, "name");
  }

  /** The name as Terraform and Java identifiers want it: {@code us_east_2}. */
  public String identifier() {
    return name.replace('-', '_');
  }

  @Override
  public int compareTo(Region other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
