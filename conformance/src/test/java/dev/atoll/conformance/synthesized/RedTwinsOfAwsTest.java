package dev.atoll.conformance.synthesized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.synthesized.Twins.Edit;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is broken in the synthesized JSON fails exactly the practices that are about it. */
class RedTwinsOfAwsTest {

  private static final String CODER = "aws_rds_cluster.us_east_2_coder";
  private static final String CACHE = "aws_elasticache_replication_group.us_east_2_litellm";
  private static final String USER = "aws_elasticache_user.us_east_2_litellm";
  private static final String URL = "aws_secretsmanager_secret_version.us_east_2_coder_database";
  private static final String REDIS = "aws_secretsmanager_secret_version.us_east_2_litellm_cache";
  private static final String ROLE = "aws_iam_role.us_east_2_coder";
  private static final String NODES = "aws_launch_template.us_east_2_nodes";

  @TempDir private static Path folder;

  private static Twins twins;

  @BeforeAll
  static void write() {
    twins = Twins.in(folder);
  }

  static Stream<Arguments> acm() {
    return Stream.of(
        broken("no apex wildcard", edit -> names(edit).remove(0), "DNS-11", "SEC-3"),
        broken(
            "another domain",
            edit -> edit.at("aws_acm_certificate.us_west_2").put("domain_name", "x.example.com"),
            "DNS-11",
            "SEC-3"),
        broken(
            "in another Region",
            edit -> edit.at("aws_acm_certificate.us_west_2").put("provider", "aws.us_east_2"),
            "DNS-11",
            "DNS-4",
            "SEC-3"),
        broken(
            "nobody waits for its validation",
            edit -> {
              edit.remove("aws_acm_certificate_validation.us_west_2");
              ((ObjectNode) edit.root().at("/output")).remove("us_west_2_certificate_arn");
            },
            "DNS-11",
            "DNS-4",
            "SEC-1",
            "SEC-3"),
        broken(
            "used before it is validated",
            edit -> {
              ArrayNode values =
                  (ArrayNode) edit.at("helm_release.us_west_2_coder_entrance").path("values");
              String validated = "aws_acm_certificate_validation.us_west_2.certificate_arn";
              String text = values.get(0).asText();
              values.set(0, text.replace(validated, "aws_acm_certificate.us_west_2.arn"));
            },
            "SEC-1"),
        broken(
            "looked up, whatever its status",
            edit -> lookup(edit).withArray("statuses").add("EXPIRED"),
            "SEC-1"),
        broken("looked up, one of several", edit -> lookup(edit).remove("most_recent"), "SEC-1"),
        broken(
            "looked up by a URL",
            edit -> lookup(edit).put("domain", "https://coderdemo.io"),
            "SEC-1"),
        broken(
            "looked up by another domain than the access URL's",
            edit -> lookup(edit).put("domain", "*.coderdemo.io"),
            "SEC-1"),
        broken("LiteLLM's own looked up", edit -> lookup(edit).put("domain", "llm.coderdemo.io")),
        broken("looked up as it should be", RedTwinsOfAwsTest::lookup));
  }

  /** No record of this root leads to a load balancer; once one does, the others are missing. */
  static Stream<Arguments> route53() {
    return Stream.of(
        broken(
            "a CNAME beside latency records",
            edit -> {
              record(edit, "wildcard", "*.coderdemo.io", "CNAME");
              latency(edit, "wildcard_east", "*.coderdemo.io", "us-east-2");
            },
            "DNS-5",
            "DNS-8"),
        broken(
            "two latency records for one Region",
            edit -> {
              latency(edit, "one", "x.coderdemo.io", "us-east-2");
              latency(edit, "other", "x.coderdemo.io", "us-east-2");
            },
            "DNS-5",
            "DNS-8"),
        broken(
            "a simple record beside one by latency",
            edit -> {
              latency(edit, "one", "x.coderdemo.io", "us-east-2");
              record(edit, "other", "x.coderdemo.io", "A");
            },
            "DNS-5",
            "DNS-8"),
        broken(
            "a validation record twice",
            edit -> {
              record(edit, "one", "_x.coderdemo.io", "CNAME");
              record(edit, "other", "_x.coderdemo.io", "CNAME");
            },
            "DNS-8",
            "SEC-3"));
  }

  static Stream<Arguments> iam() {
    return Stream.of(
        broken(
            "any service account",
            edit -> {
              edit.replace(ROLE, "assume_role_policy", "StringEquals", "StringLike");
              edit.replace(
                  ROLE,
                  "assume_role_policy",
                  "serviceaccount:coder:coder",
                  "serviceaccount:coder:*");
            },
            "SEC-4"),
        broken(
            "any audience",
            edit -> edit.replace(ROLE, "assume_role_policy", ":aud", ":azp"),
            "SEC-4"),
        broken(
            "anybody with a token",
            edit -> edit.replace(ROLE, "assume_role_policy", "\"Condition\"", "\"Remark\""),
            "SEC-4"));
  }

  static Stream<Arguments> eks() {
    return Stream.of(
        broken(
            "nodes with the cluster's own group and a tagged one",
            edit -> {
              groups(edit)
                  .add("${aws_eks_cluster.us_east_2.vpc_config[0].cluster_security_group_id}");
              edit.at("aws_security_group.us_east_2_nodes", "tags")
                  .put("kubernetes.io/cluster/coderdemo-use2", "owned");
            },
            "LB-10"));
  }

  static Stream<Arguments> rds() {
    return Stream.of(
        broken(
            "a reader",
            edit -> {
              String writer = "aws_rds_cluster_instance.us_east_2_coder_writer";
              edit.all("aws_rds_cluster_instance").set("reader", edit.at(writer).deepCopy());
            },
            "AUR-1"),
        broken(
            "no writer",
            edit -> edit.remove("aws_rds_cluster_instance.us_east_2_coder_writer"),
            "AUR-1"),
        broken(
            "a higher minimum",
            edit ->
                edit.at(CODER, "serverlessv2_scaling_configuration", "0").put("min_capacity", 2),
            "AUR-2"),
        broken(
            "a password in the code",
            edit ->
                edit.at(CODER)
                    .put("master_password", "typed")
                    .remove("manage_master_user_password"),
            "AUR-6"),
        broken(
            "no IAM authentication",
            edit -> edit.at(CODER).put("iam_database_authentication_enabled", false),
            "AUR-8"),
        broken(
            "a Region that is not let in",
            edit ->
                edit.remove(
                    "aws_vpc_security_group_ingress_rule.us_east_2_coder_database_from_us_west_2"),
            "AUR-5"),
        broken(
            "a block around both Regions",
            edit ->
                edit.at(
                        "aws_vpc_security_group_ingress_rule.us_east_2_coder_database_from_us_west_2")
                    .put("cidr_ipv4", "10.0.0.0/15"),
            "AUR-11",
            "AUR-5"),
        broken(
            "the world is let in",
            edit ->
                edit.at(
                        "aws_vpc_security_group_ingress_rule.us_east_2_coder_database_from_us_west_2")
                    .put("cidr_ipv4", "0.0.0.0/0"),
            "AUR-11",
            "AUR-5"));
  }

  static Stream<Arguments> elastiCache() {
    return Stream.of(
        broken("no TLS", edit -> edit.at(CACHE).put("transit_encryption_enabled", false), "LLM-3"),
        broken("no users", edit -> edit.at(CACHE).remove("user_group_ids"), "AUR-6", "LLM-3"),
        broken("in cluster mode", edit -> edit.at(CACHE).put("cluster_mode", "enabled"), "LLM-9"),
        broken(
            "a user without password",
            edit -> edit.at(USER, "authentication_mode", "0").put("type", "no-password-required"),
            "AUR-6"),
        broken(
            "a password in the code",
            edit ->
                edit.at(USER, "authentication_mode", "0")
                    .put("type", "password")
                    .putArray("passwords")
                    .add("typed-by-somebody"),
            "AUR-6"),
        broken(
            "a client that asks for shards",
            edit -> edit.replace(REDIS, "secret_string", "REDIS_HOST", "REDIS_CLUSTER_NODES"),
            "LLM-9"));
  }

  static Stream<Arguments> secretsManager() {
    return Stream.of(
        broken(
            "a Region without a copy",
            edit -> edit.at("aws_secretsmanager_secret.us_east_2_coder_database").remove("replica"),
            "AUR-4"),
        broken(
            "no secret for the cache",
            edit ->
                edit.at("aws_secretsmanager_secret.us_east_2_litellm_cache").put("name", "another"),
            "LLM-3"),
        broken(
            "the reader endpoint",
            edit -> edit.replace(URL, "secret_string", ".endpoint}", ".reader_endpoint}"),
            "AUR-4"),
        broken(
            "TLS for whoever answers",
            edit -> edit.replace(URL, "secret_string", "verify-full", "require"),
            "AUR-10"),
        broken(
            "tokens for another Region",
            edit -> edit.replace(URL, "secret_string", "us-east-2", "us-west-2"),
            "AUR-8"),
        broken(
            "the master password in the URL",
            edit ->
                edit.replace(
                    URL, "secret_string", "coder@", "master:${" + CODER + ".master_password}@"),
            "AUR-6",
            "AUR-9"),
        broken(
            "an output that shows a credential",
            edit ->
                edit.root()
                    .withObjectProperty("output")
                    .putObject("password")
                    .put("value", "${" + CODER + ".master_password}"),
            "AUR-6"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"acm", "route53", "iam", "eks", "rds", "elastiCache", "secretsManager"})
  void exactlyTheseFail(String name, Consumer<Edit> breaking, List<String> failing) {
    assertThat(twins.failAfter(breaking)).as(name).containsExactlyElementsOf(failing);
  }

  @Test
  void anEditThatChangesNothingIsNoTwin() {
    assertThatThrownBy(() -> twins.failAfter(edit -> edit.at(CODER).put("port", 5432)))
        .hasMessageContaining("nothing was broken");
    assertThatThrownBy(() -> twins.failAfter(edit -> edit.at(CODER, "nothing")))
        .hasMessageContaining("nothing at");
  }

  private static Arguments broken(String name, Consumer<Edit> breaking, String... failing) {
    return Arguments.of(name, breaking, List.of(failing));
  }

  private static ArrayNode names(Edit edit) {
    return (ArrayNode) edit.at("aws_acm_certificate.us_west_2").get("subject_alternative_names");
  }

  private static ArrayNode groups(Edit edit) {
    return (ArrayNode) edit.at(NODES).get("vpc_security_group_ids");
  }

  /** As the documents have it: a certificate that another root made. */
  private static ObjectNode lookup(Edit edit) {
    ObjectNode lookup =
        edit.root()
            .withObjectProperty("data")
            .putObject("aws_acm_certificate")
            .putObject("other")
            .put("provider", "aws.us_east_2")
            .put("domain", "coderdemo.io")
            .put("most_recent", true);
    lookup.putArray("statuses").add("ISSUED");
    lookup.putArray("depends_on").add("aws_acm_certificate_validation.us_east_2");
    return lookup;
  }

  private static ObjectNode record(Edit edit, String key, String name, String type) {
    ObjectNode record =
        edit.all("aws_route53_record")
            .putObject(key)
            .put("provider", "aws.us_east_2")
            .put("zone_id", "${data.aws_route53_zone.main.id}")
            .put("name", name)
            .put("type", type)
            .put("ttl", 60);
    record.putArray("records").add("coderdemo.io");
    return record;
  }

  private static void latency(Edit edit, String key, String name, String region) {
    record(edit, key, name, "A")
        .put("set_identifier", key)
        .putArray("latency_routing_policy")
        .addObject()
        .put("region", region);
  }
}
