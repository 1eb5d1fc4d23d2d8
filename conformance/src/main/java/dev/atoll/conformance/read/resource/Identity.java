package dev.atoll.conformance.read.resource;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which attributes identify a thing. Follows the schema and the resource code of the AWS provider
 * 5.100.
 */
final class Identity {

  private static final Set<String> OWN = Set.of("id", "arn");

  /** Resources whose id is that of another resource, with the argument that names it. */
  private static final Map<String, String> BORROWED =
      Map.of(
          "aws_vpc_peering_connection_accepter", "vpc_peering_connection_id",
          "aws_vpc_peering_connection_options", "vpc_peering_connection_id",
          "aws_s3_bucket_versioning", "bucket",
          "aws_s3_bucket_server_side_encryption_configuration", "bucket",
          "aws_s3_bucket_public_access_block", "bucket");

  /** Things that come into being with a resource and have no resource of their own. */
  private static final Map<String, Set<String>> COMPANIONS =
      Map.of(
          "aws_vpc",
          Set.of(
              "default_route_table_id",
              "main_route_table_id",
              "default_security_group_id",
              "default_network_acl_id"),
          "aws_eks_cluster",
          Set.of("vpc_config[0].cluster_security_group_id"));

  /** Resources whose id is an argument. */
  private static final Map<String, String> NAMED =
      Map.of("aws_s3_bucket", "bucket", "aws_eks_cluster", "name", "aws_iam_role", "name");

  private static final Pattern GIVEN =
      Pattern.compile(
          "[a-z]+(-[a-z]+)*-[0-9a-f]{8,}"
              // Hosted zones; the emulator's do not begin with Z.
              + "|Z[0-9A-Z]{7,31}|[0-9A-Z]{20,32}"
              + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Identity() {}

  static boolean own(String path) {
    return OWN.contains(path);
  }

  static Optional<String> borrowed(String type) {
    return Optional.ofNullable(BORROWED.get(type));
  }

  static Set<String> companions(String type) {
    return COMPANIONS.getOrDefault(type.replace("aws_default_vpc", "aws_vpc"), Set.of());
  }

  static Optional<String> named(String type) {
    return Optional.ofNullable(NAMED.get(type));
  }

  /**
   * Whether a text looks like something that AWS gave out: {@code vpc-0a1b}, an ARN, a hosted zone,
   * a health check.
   */
  static boolean isId(String text) {
    return text.startsWith("arn:") || GIVEN.matcher(text).matches();
  }
}
