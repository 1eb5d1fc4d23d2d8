package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.aws.Acu;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseCluster.Capacity;
import dev.atoll.facts.database.DatabaseCluster.MasterPassword;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Endpoint;
import dev.atoll.facts.database.DatabaseConnection.Password;
import dev.atoll.facts.database.DatabaseConnection.Tls;
import dev.atoll.facts.database.DatabaseGrant;
import dev.atoll.facts.database.DatabaseInstance;
import dev.atoll.facts.database.RegionLoss;
import dev.atoll.facts.model.Malformed;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Projects one database, with the secret that says how to reach it, into facts. */
final class DatabaseFacts {

  private final Design design;
  private final CoderRegion home;
  private final AuroraDesign aurora;
  private final String client;
  private final String key;
  private final Source at;
  private final List<Fact> facts = new ArrayList<>();

  private DatabaseFacts(Design design, CoderRegion home, AuroraDesign aurora, String client) {
    this.design = design;
    this.home = home;
    this.aurora = aurora;
    this.client = client;
    this.key = home.region().identifier() + "_" + client;
    this.at = aurora.at();
  }

  /** The database of all Coder servers, in the primary Region. */
  static List<Fact> ofCoder(Design design, CoderRegion primary) {
    return new DatabaseFacts(design, primary, design.coder().database(), "coder")
        .project(design.regions());
  }

  /** LiteLLM's database, for the Region in which it runs. */
  static List<Fact> ofLiteLlm(Design design, CoderRegion home, LiteLlmDesign liteLlm) {
    return new DatabaseFacts(design, home, liteLlm.database(), "litellm").project(List.of(home));
  }

  private List<Fact> project(List<CoderRegion> clients) {
    Ref group = ref("aws_security_group", key + "_database");
    cluster(group);
    admit(group, clients);
    secret(clients);
    mistakes();
    return facts;
  }

  private void cluster(Ref group) {
    Ref cluster = clusterRef();
    facts.add(
        new DatabaseCluster(
            at,
            cluster,
            known(home.region()),
            known(design.name() + "-" + client),
            known(client),
            known("aurora-postgresql"),
            capacity().map(Optional::of),
            known(true),
            known(!aurora.throwAway()),
            known(aurora.backupDays()),
            known(MasterPassword.MANAGED_BY_RDS),
            known(true),
            known(Set.of(group)),
            known(AuroraDesign.PORT),
            known(false)));
    facts.add(
        new Credential(
            at, cluster, "master password of " + cluster, known(Credential.Custody.MANAGED)));
    instance("writer", Optional.empty());
    aurora.reader().ifPresent(reason -> instance("reader", Optional.of(reason.text())));
    facts.add(
        new RegionLoss(
            at,
            ref("region_loss", key),
            known(home.region()),
            known(cluster),
            known(aurora.recovery())));
  }

  private void instance(String role, Optional<String> reason) {
    facts.add(
        new DatabaseInstance(
            at,
            ref("aws_rds_cluster_instance", key + "_" + role),
            known(clusterRef()),
            known("db.serverless"),
            known(role.equals("writer")),
            reason));
  }

  private void admit(Ref group, List<CoderRegion> clients) {
    String name = "%s-%s-database".formatted(design.name(), client);
    facts.add(
        new SecurityGroup(
            at,
            group,
            known(ref("aws_vpc", home.region().identifier())),
            known(name),
            known(Map.of("Name", name))));
    for (CoderRegion region : clients) {
      region
          .vpc()
          .asOptional()
          .ifPresent(
              cidr ->
                  facts.add(
                      new Ingress(
                          at,
                          ref(
                              "aws_vpc_security_group_ingress_rule",
                              key + "_database_from_" + region.region().identifier()),
                          known(group),
                          known(Protocol.TCP),
                          known(PortRange.of(AuroraDesign.PORT)),
                          known(new Peer.Addresses(cidr)))));
    }
  }

  private void secret(List<CoderRegion> clients) {
    Ref secret = ref("aws_secretsmanager_secret", key + "_database");
    Value<String> name = known("%s/%s/database".formatted(design.name(), client));
    Value<Region> primary = known(home.region());
    facts.add(new Secret(at, secret, name, primary, primary));
    for (CoderRegion region : clients) {
      if (!region.region().equals(home.region())) {
        Ref replica = new Ref("%s.replica[%s]".formatted(secret, region.region()));
        facts.add(new Secret(at, replica, name, known(region.region()), primary));
      }
    }
    facts.add(
        new DatabaseConnection(
            at,
            ref("aws_secretsmanager_secret_version", key + "_database"),
            known(clusterRef()),
            known(Endpoint.WRITER),
            known(client),
            known(Password.NONE),
            known(Tls.VERIFIED),
            primary));
    facts.add(new DatabaseGrant(at, ref("output", key + "_database_grant"), known(client)));
  }

  private void mistakes() {
    capacity()
        .fold(
            capacity -> false,
            why -> facts.add(new Malformed(at, ref("capacity", key), "Aurora capacity", why)));
    if (aurora.recovery() != RegionLoss.Recovery.NONE) {
      facts.add(
          new Malformed(
              at,
              ref("recovery", key),
              "recovery from the loss of " + home.region(),
              "%s is explained but not synthesized; only NONE is"
                  .formatted(aurora.recovery().name())));
    }
  }

  private Value<Capacity> capacity() {
    Acu min = aurora.min();
    Acu max = aurora.max();
    if (!min.isOffered() || !max.isOffered()) {
      return Value.unknown(
          "%s to %s: AWS offers 0 to 256 ACU in steps of one half".formatted(min, max));
    }
    return min.compareTo(max) > 0 || max.compareTo(Acu.LEAST_MAXIMUM) < 0
        ? Value.unknown("%s to %s: the upper limit is 1 ACU or more".formatted(min, max))
        : known(new Capacity(min, max));
  }

  private Ref clusterRef() {
    return ref("aws_rds_cluster", key);
  }
}
