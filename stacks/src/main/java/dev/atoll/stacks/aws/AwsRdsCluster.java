package dev.atoll.stacks.aws;

import dev.atoll.aws.Acu;
import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * An Aurora PostgreSQL Serverless v2 cluster: encrypted, with a master password that RDS makes,
 * keeps and rotates, and with IAM authentication for everybody else.
 *
 * @param identifier its name in RDS
 * @param version the version of Aurora PostgreSQL
 * @param database the name of its database
 * @param min its capacity when idle
 * @param max its capacity at peaks
 * @param backupDays for how many days automated backups are kept
 * @param throwAway whether it may be deleted without protection and final snapshot
 * @param port the TCP port on which it listens
 * @param subnets the subnets that it may stand in
 * @param parameters its parameters
 * @param group its security group
 */
public record AwsRdsCluster(
    String name,
    Region region,
    String identifier,
    String version,
    String database,
    Acu min,
    Acu max,
    int backupDays,
    boolean throwAway,
    int port,
    AwsDbSubnetGroup subnets,
    AwsRdsClusterParameterGroup parameters,
    AwsSecurityGroup group)
    implements Resource {
  @Override
  public String type() {
    return "aws_rds_cluster";
  }

  @Override
  public Block arguments() {
    Block cluster =
        Block.of("cluster_identifier", identifier)
            .with("engine", "aurora-postgresql")
            .with("engine_mode", "provisioned")
            .with("engine_version", version)
            .with("database_name", database)
            .with("port", port)
            .with("master_username", "master")
            .with("manage_master_user_password", true)
            .with("iam_database_authentication_enabled", true)
            .with("storage_encrypted", true)
            .with("backup_retention_period", backupDays)
            .with("copy_tags_to_snapshot", true)
            .with("deletion_protection", !throwAway)
            .with("skip_final_snapshot", throwAway)
            .with("db_subnet_group_name", subnets.attribute("name"))
            .with("db_cluster_parameter_group_name", parameters.attribute("name"))
            .with("vpc_security_group_ids", List.of(group.id()))
            .with("enabled_cloudwatch_logs_exports", List.of("postgresql"))
            .with(
                "serverlessv2_scaling_configuration",
                List.of(Block.of("min_capacity", min.value()).with("max_capacity", max.value())));
    return throwAway ? cluster : cluster.with("final_snapshot_identifier", identifier + "-final");
  }
}
