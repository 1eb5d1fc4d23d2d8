package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.facts.Facts;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseGrant;
import dev.atoll.facts.database.DatabaseInstance;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import dev.atoll.facts.secret.CredentialOutput;
import dev.atoll.facts.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases, caches and secrets of Terraform that was written by somebody else. */
class StoresTest {

  private static final String ROOT =
      """
      {"provider": {"aws": {"region": "eu-central-1"}},
       "resource": {
        "aws_rds_cluster": {"main": {"cluster_identifier": "main", "database_name": "coder",
          "engine": "aurora-postgresql", "manage_master_user_password": true,
          "vpc_security_group_ids": ["sg-0123456789"],
          "serverlessv2_scaling_configuration": {"min_capacity": 0.5, "max_capacity": 4}}},
        "aws_rds_cluster_instance": {"main": {"cluster_identifier": "${aws_rds_cluster.main.id}",
          "instance_class": "db.serverless", "engine": "aurora-postgresql"}},
        "aws_secretsmanager_secret": {"url": {"name": "url", "replica": {"region": "eu-west-1"}}},
        "aws_secretsmanager_secret_version": {"url": {"secret_id": "${aws_secretsmanager_secret.url.id}",
          "secret_string": "postgres://coder@${aws_rds_cluster.main.endpoint}/coder?sslmode=verify-full"}},
        "aws_elasticache_user": {"app": {"user_id": "app", "user_name": "app", "engine": "valkey",
          "access_string": "on", "authentication_mode": {"type": "iam"}}},
        "aws_elasticache_replication_group": {"main": {"replication_group_id": "main",
          "description": "x", "user_group_ids": ["users"], "num_cache_clusters": 2}}},
       "output": {"grant": {"value": "GRANT rds_iam TO coder"},
         "host": {"value": "${aws_rds_cluster.main.endpoint}"}}}
      """;

  private static final String CLUSTER = "/resource/aws_rds_cluster/main";
  private static final String VERSION = "/resource/aws_secretsmanager_secret_version/url";
  private static final String CACHE = "/resource/aws_elasticache_replication_group/main";

  @Test
  void whatIsWrittenIsRead() {
    Facts facts = facts(root());

    assertThat(facts.all(DatabaseCluster.class).facts()).hasSize(1);
    DatabaseCluster cluster = facts.all(DatabaseCluster.class).facts().get(0);
    assertThat(cluster.capacity().show()).contains("0.5 to 4.0 ACU");
    assertThat(cluster.encrypted().show()).isEqualTo("false");
    assertThat(cluster.region().show()).isEqualTo("eu-central-1");
    assertThat(facts.all(DatabaseInstance.class).facts().get(0).cluster().show())
        .isEqualTo("aws_rds_cluster.main");
    assertThat(facts.all(Secret.class).facts())
        .extracting(secret -> secret.region().show() + " " + secret.primary().show())
        .containsExactly("eu-central-1 eu-central-1", "eu-west-1 eu-central-1");
    assertThat(connection(facts)).isEqualTo("aws_rds_cluster.main WRITER coder NONE VERIFIED");
    assertThat(facts.all(DatabaseGrant.class).facts())
        .extracting(grant -> grant.user().show())
        .containsExactly("coder");
    assertThat(facts.all(CacheGroup.class).facts().get(0).clusterMode().show()).isEqualTo("false");
    assertThat(facts.all(CredentialOutput.class).facts()).isEmpty();
    assertThat(custodies(facts)).containsExactlyInAnyOrder(Custody.MANAGED, Custody.IAM);
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://coder@${aws_rds_cluster.main.reader_endpoint}/c?sslmode=verify-full, READER coder"
        + " NONE VERIFIED",
    "postgres://coder@${aws_rds_cluster.main.endpoint}/c?sslmode=require, WRITER coder NONE"
        + " UNVERIFIED",
    "postgres://coder@${aws_rds_cluster.main.endpoint}/c?sslmode=disable, WRITER coder NONE OFF",
    "postgres://coder:a%23b@${aws_rds_cluster.main.endpoint}/c?sslmode=verify-full, WRITER coder"
        + " ENCODED VERIFIED",
    "postgres://coder:a#b@${aws_rds_cluster.main.endpoint}/c?sslmode=verify-full, WRITER coder RAW"
        + " VERIFIED",
    "postgres://m:${aws_rds_cluster.main.master_password}@${aws_rds_cluster.main.endpoint}/c,"
        + " WRITER m MASTER UNVERIFIED",
    "postgres://c:${aws_iam_role.x.name}@${aws_rds_cluster.main.endpoint}/c?sslmode=verify-full,"
        + " WRITER c RAW VERIFIED",
    "postgres://c:${urlencode(aws_iam_role.x.name)}@${aws_rds_cluster.main.endpoint}/c?sslmode=verify-full,"
        + " WRITER c ENCODED VERIFIED",
    "{\"URL\":${jsonencode(\"postgres://c:${urlencode(aws_iam_role.x.name)}@${aws_rds_cluster.main.endpoint}/c?a=b&sslmode=verify-full\")}},"
        + " WRITER c ENCODED VERIFIED",
    "{\"URL\":${jsonencode(\"postgres://c:${aws_iam_role.x.name}@${aws_rds_cluster.main.endpoint}/c\")}},"
        + " WRITER c RAW UNVERIFIED",
  })
  void eachWayToConnectIsTold(String url, String expected) {
    JsonNode root = root();
    at(root, VERSION).put("secret_string", url);

    assertThat(connection(facts(root))).isEqualTo("aws_rds_cluster.main " + expected);
  }

  @Test
  void aPasswordInTheSecretIsInTheStateToo() {
    JsonNode root = root();
    at(root, VERSION)
        .put("secret_string", "postgres://c:${var.password}@${aws_rds_cluster.main.endpoint}/c");
    assertThat(facts(root).all(Credential.class).stream().map(one -> one.custody().show()))
        .anyMatch(custody -> custody.startsWith("unknown"));

    at(root, VERSION).put("secret_string", "postgres://c:typed@${aws_rds_cluster.main.endpoint}/c");
    assertThat(custodies(facts(root))).contains(Custody.STATE);
  }

  @Test
  void eachCustodyOfAPasswordIsTold() {
    JsonNode root = root();
    at(root, CLUSTER).remove("manage_master_user_password");
    at(root, CLUSTER).put("master_password", "typed in the code");
    assertThat(custodies(facts(root))).contains(Custody.CODE);

    at(root, CLUSTER).put("master_password", "${random_password.main.result}");
    assertThat(custodies(facts(root))).contains(Custody.STATE);

    at(root, CLUSTER).remove("master_password");
    at(root, CLUSTER).put("master_password_wo", "${ephemeral.x.y.z}");
    assertThat(custodies(facts(root))).contains(Custody.WRITE_ONLY);

    at(root, CACHE).remove("user_group_ids");
    assertThat(custodies(facts(root))).contains(Custody.OPEN);
    at(root, CACHE).put("auth_token", "${random_password.main.result}");
    assertThat(custodies(facts(root))).contains(Custody.STATE).doesNotContain(Custody.OPEN);

    at(root, "/resource/aws_elasticache_user/app/authentication_mode").put("type", "password");
    assertThat(custodies(facts(root))).doesNotContain(Custody.IAM);
  }

  @Test
  void anOutputThatShowsACredentialIsTold() {
    JsonNode root = root();
    at(root, "/output/host").put("value", "${nonsensitive(aws_rds_cluster.main.master_password)}");
    assertThat(facts(root).all(CredentialOutput.class).facts())
        .extracting(output -> output.ref() + " " + output.sensitive().show())
        .containsExactly("output.host false");

    at(root, "/output/host").put("sensitive", true);
    assertThat(facts(root).all(CredentialOutput.class).facts())
        .extracting(output -> output.sensitive().show())
        .containsExactly("true");
  }

  @Test
  void aShardedCacheAndItsClientAreTold() {
    JsonNode root = root();
    at(root, CACHE).put("num_node_groups", 2);
    at(root, VERSION)
        .put(
            "secret_string",
            "{\"REDIS_HOST\":"
                + " \"${aws_elasticache_replication_group.main.configuration_endpoint_address}\"}");
    Facts facts = facts(root);

    assertThat(facts.all(CacheGroup.class).facts().get(0).clusterMode().show()).isEqualTo("true");
    CacheConnection client = facts.all(CacheConnection.class).facts().get(0);
    assertThat(client.cache().show()).isEqualTo("aws_elasticache_replication_group.main");
    assertThat(client.clusterClient().show()).isEqualTo("false");
  }

  private static String connection(Facts facts) {
    DatabaseConnection one = facts.all(DatabaseConnection.class).facts().get(0);
    return String.join(
        " ",
        one.cluster().show(),
        one.endpoint().show(),
        one.user().show(),
        one.password().show(),
        one.tls().show());
  }

  private static List<Custody> custodies(Facts facts) {
    return facts.all(Credential.class).stream()
        .flatMap(one -> one.custody().asOptional().stream())
        .toList();
  }

  private static Facts facts(JsonNode root) {
    return TerraformJson.read(root, "root.tf.json").facts();
  }

  private static JsonNode root() {
    try {
      return new ObjectMapper().readTree(ROOT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode at(JsonNode root, String path) {
    return (ObjectNode) root.at(path);
  }
}
