package dev.atoll.stacks.database;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsRdsCluster;
import dev.atoll.stacks.aws.AwsSecret;
import dev.atoll.stacks.aws.AwsSecretVersion;
import dev.atoll.stacks.network.NetworkLayer;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.AuroraDesign;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of all Coder servers, in the primary Region, and LiteLLM's where LiteLLM runs.
 *
 * <p><b>No password is in the state, in a secret of ours, or in a pod.</b> The choices were:
 *
 * <ul>
 *   <li>a password that Terraform makes and writes through write-only arguments: stays out of the
 *       state, yet a URL with it lies in a secret in every Region and never changes;
 *   <li>the master password that RDS makes and rotates every seven days: a client that was told it
 *       once fails at a connection a week later (AUR-9), and would be master of the database;
 *   <li><b>IAM tokens</b>, taken: they live for 15 minutes, and a role that is taken away is out at
 *       once. RDS keeps and rotates the master password, which only a person ever reads.
 * </ul>
 *
 * <p>The price: Terraform's AWS provider runs no SQL, so a person runs {@code GRANT rds_iam} once
 * (the output {@code …_database_grant}, AUR-8), and a token is signed for the database's Region, so
 * the secret tells replicas in other Regions which one that is.
 *
 * <p>The keys of the secrets are the environment variables of their readers. Coder verifies the
 * server with libpq's {@code verify-full}. LiteLLM builds its URL itself and, since it knows {@code
 * DATABASE_SSLMODE}, puts the same into words that Prisma understands.
 *
 * @param coder the database of all Coder servers
 * @param connection where they read how to reach it
 * @param connectionVersion what they read there
 * @param layer its resources and outputs
 * @see <a href="https://coder.com/docs/reference/cli/server#--postgres-auth">Coder,
 *     postgres-auth</a>
 * @see <a href="https://github.com/coder/coder/issues/14210">Coder issue 14210: a deployment whose
 *     sign-in by awsiamrds did not work; open when it was read</a>
 * @see <a href="https://www.prisma.io/docs/orm/overview/databases/postgresql">Prisma, connection
 *     URL</a>
 */
public record DatabaseLayer(
    AwsRdsCluster coder, AwsSecret connection, AwsSecretVersion connectionVersion, Layer layer) {

  /** Where pods find the certificates of RDS. */
  private static final String CERTIFICATES = "/etc/ssl/rds/global-bundle.pem";

  /** The databases of a topology. */
  public static DatabaseLayer of(Topology topology, NetworkLayer network) {
    List<Resource> resources = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    RegionNetwork primary = network.regions().get(topology.primary().region());
    Database coder =
        Database.of(
            topology.name(),
            "coder",
            topology.design().coder().database(),
            primary,
            List.copyOf(network.regions().values()));
    AwsSecretVersion connection = add(coder, coderContent(coder), resources, outputs);
    for (CoderRegion region : topology.regions()) {
      RegionNetwork home = network.regions().get(region.region());
      region
          .liteLlm()
          .map(
              liteLlm ->
                  Database.of(topology.name(), "litellm", liteLlm.database(), home, List.of(home)))
          .ifPresent(database -> add(database, liteLlmContent(database), resources, outputs));
    }
    return new DatabaseLayer(
        coder.cluster(), coder.secret(), connection, new Layer("database", resources, outputs));
  }

  private static AwsSecretVersion add(
      Database database, Template content, List<Resource> resources, List<Output> outputs) {
    AwsSecretVersion version =
        new AwsSecretVersion(
            database.secret().name(), database.secret().region(), database.secret(), content);
    resources.addAll(database.resources());
    resources.add(version);
    String name = database.cluster().name();
    String client = database.cluster().database();
    Region region = database.cluster().region();
    outputs.add(
        new Output(
            name + "_database_endpoint",
            "The writer endpoint of %s's database in %s".formatted(client, region),
            database.cluster().attribute("endpoint")));
    outputs.add(
        new Output(
            name + "_database_resource_id",
            "The id by which a policy for rds-db:connect names %s's database".formatted(client),
            database.cluster().attribute("cluster_resource_id")));
    outputs.add(
        new Output(
            name + "_database_master_secret",
            "The secret in which RDS keeps the master password of %s's database".formatted(client),
            database.cluster().attribute("master_user_secret[0].secret_arn")));
    outputs.add(
        new Output(
            name + "_database_grant",
            "To be run once as master on the database %s, which Terraform cannot".formatted(client),
            "CREATE USER %1$s; GRANT rds_iam TO %1$s; ALTER DATABASE %1$s OWNER TO %1$s;"
                .formatted(client)));
    return version;
  }

  private static Template coderContent(Database database) {
    return Template.of(
        "{\"CODER_PG_AUTH\":\"awsiamrds\",\"CODER_PG_CONNECTION_URL\":\"postgres://coder@",
        database.cluster().attribute("endpoint"),
        ":%d/coder?sslmode=verify-full&sslrootcert=%s\",\"AWS_REGION\":\"%s\"}"
            .formatted(AuroraDesign.PORT, CERTIFICATES, database.cluster().region()));
  }

  private static Template liteLlmContent(Database database) {
    return Template.of(
        "{\"IAM_TOKEN_DB_AUTH\":\"True\",\"DATABASE_HOST\":\"",
        database.cluster().attribute("endpoint"),
        ("\",\"DATABASE_PORT\":\"%d\",\"DATABASE_USER\":\"litellm\",\"DATABASE_NAME\":\"litellm\","
                + "\"DATABASE_SSLMODE\":\"verify-full\",\"DATABASE_SSLROOTCERT\":\"%s\","
                + "\"AWS_REGION\":\"%s\"}")
            .formatted(AuroraDesign.PORT, CERTIFICATES, database.cluster().region()));
  }
}
