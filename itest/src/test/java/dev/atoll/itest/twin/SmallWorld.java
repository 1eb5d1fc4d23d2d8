package dev.atoll.itest.twin;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.Reason.because;
import static dev.atoll.topology.Units.acu;
import static dev.atoll.topology.Units.gibibytes;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.From;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.loadbalancer.TargetGroup.HealthProbe;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.topology.RegionBuilder;
import dev.atoll.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Facts of a small deployment as they would be read back: Coder in two Regions, LiteLLM in the
 * first. The network, the database, the names and the certificates are those of a topology; what
 * clusters and load balancers show is made by hand.
 */
public final class SmallWorld {

  /** What load balancers are made of. */
  static final Map<String, String> KEEPS_ADDRESSES = Map.of("preserve_client_ip.enabled", "true");

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Container.Amounts NOTHING =
      new Container.Amounts(Optional.empty(), Optional.empty());

  private SmallWorld() {}

  /** What the Secrets hold. */
  public static SecretValues secrets() {
    Map<String, String> values =
        Map.of(
            "url", "postgres://coder@writer.example.com:5432/coder?sslmode=verify-full",
            "DATABASE_NAME", "litellm",
            "LITELLM_MASTER_KEY", "sk-master-of-the-small-world",
            "LITELLM_API_KEY", "sk-first");
    return (secret, key) -> Optional.ofNullable(values.get(key));
  }

  /** The whole deployment. */
  public static Facts facts() {
    return facts(topology(oregon -> {}));
  }

  /** The whole deployment of such a topology; of proxies what the topology itself has of them. */
  static Facts facts(Topology topology) {
    Facts model = topology.facts();
    List<Fact> more = new ArrayList<>();
    for (Region region : List.of(US_EAST_2, US_WEST_2)) {
      more.addAll(server(region, "coder", coder(region, 1), "http", 8080, "/healthz", model));
      more.add(workspaceKey(region));
    }
    more.addAll(
        server(US_EAST_2, "litellm", liteLlm(2), "http", 4000, "/health/liveliness", model));
    return Facts.of(Origin.CLUSTER, model.everything()).and(more);
  }

  /** The same with every fact of a kind changed. */
  public static <F extends Fact> Facts changed(
      Facts facts, Class<F> kind, UnaryOperator<F> change) {
    return Facts.of(
        facts.origin(),
        facts.everything().stream()
            .map(fact -> kind.isInstance(fact) ? change.apply(kind.cast(fact)) : fact)
            .toList());
  }

  /** The same with Coder's servers told something else. */
  public static Facts telling(Facts facts, String name, String value) {
    return changed(facts, Workload.class, workload -> with(workload, name, value));
  }

  private static Workload with(Workload workload, String name, String value) {
    if (!workload.object().name().equals("coder")) {
      return workload;
    }
    Container old = workload.containers().get(0);
    List<EnvironmentVariable> environment = new ArrayList<>(old.environment());
    environment.removeIf(variable -> variable.name().equals(name));
    environment.add(new EnvironmentVariable(name, new Literal(value)));
    Container changed =
        new Container(
            old.name(),
            old.image(),
            old.command(),
            old.ports(),
            environment,
            old.requests(),
            old.limits(),
            old.readiness(),
            old.liveness(),
            old.preStop(),
            old.mounts());
    return new Workload(
        workload.source(),
        workload.ref(),
        workload.kind(),
        workload.object(),
        workload.replicas(),
        workload.ready(),
        workload.labels(),
        workload.serviceAccount(),
        List.of(changed),
        workload.volumes(),
        workload.spread(),
        workload.grace());
  }

  /** The same without the records of a name. */
  public static Facts unnamed(Facts facts, String name) {
    return facts.without(
        fact -> fact instanceof DnsRecord record && record.name().is(name::equals).isYes());
  }

  /** Its topology, with what Oregon has more. */
  static Topology topology(Consumer<RegionBuilder> more) {
    return Topology.named("small")
        .domain("example.com")
        .coder(
            coder ->
                coder
                    .version("2.27.1")
                    .licencePending(because("nothing here is licensed"))
                    .networkLoadBalancer(nlb -> nlb.tlsFromAcm())
                    .database(aurora -> aurora.writerOnly().capacity(acu(0.5), acu(16))))
        .region(
            US_EAST_2,
            ohio ->
                ohio.primary()
                    .cluster("small-use2")
                    .vpc("10.0.0.0/16")
                    .liteLlm(
                        llm ->
                            llm.subdomain("llm")
                                .replicas(2)
                                .cpu(2)
                                .memory(gibibytes(4))
                                .database(
                                    aurora -> aurora.writerOnly().capacity(acu(0.5), acu(8)))))
        .region(
            US_WEST_2,
            oregon -> more.accept(oregon.replica().cluster("small-usw2").vpc("10.1.0.0/16")))
        .peering(US_EAST_2, US_WEST_2, path -> path.measuredRoundTrip(Duration.ofMillis(34)))
        .quota(Quota.Of.ELASTIC_IPS, 7)
        .dns(dns -> dns.latencyRouting().regionalSubdomains())
        .build();
  }

  static Workload coder(Region region, int replicas) {
    return workload(
        new ObjectName(region, "coder", "coder"),
        Kind.DEPLOYMENT,
        replicas,
        container(
            "coder",
            "ghcr.io/coder/coder:v2.27.1",
            List.of("/opt/coder", "server"),
            8080,
            List.of(
                variable("CODER_HTTP_ADDRESS", new Literal("0.0.0.0:8080")),
                variable("KUBE_POD_IP", new PodField("status.podIP")),
                variable("CODER_DERP_SERVER_RELAY_URL", new Literal("http://$(KUBE_POD_IP):8080")),
                variable("CODER_ACCESS_URL", new Literal("https://example.com")),
                variable("CODER_WILDCARD_ACCESS_URL", new Literal("*.example.com")),
                variable("CODER_PG_CONNECTION_URL", new SecretKey("coder-database", "url")),
                variable("CODER_REDIRECT_TO_ACCESS_URL", new Literal("false")),
                variable("CODER_SECURE_AUTH_COOKIE", new Literal("true")))));
  }

  static Workload liteLlm(int replicas) {
    return workload(
        new ObjectName(US_EAST_2, "litellm", "litellm"),
        Kind.DEPLOYMENT,
        replicas,
        container(
            "litellm",
            "ghcr.io/berriai/litellm-database:v1.80.11",
            List.of(),
            4000,
            List.of(
                variable(
                    "LITELLM_MASTER_KEY",
                    new SecretKey("litellm-master-key", "LITELLM_MASTER_KEY")),
                variable("DATABASE_NAME", new SecretKey("litellm-database", "DATABASE_NAME")))));
  }

  static EnvironmentVariable variable(String name, From from) {
    return new EnvironmentVariable(name, from);
  }

  static Container container(
      String name,
      String image,
      List<String> command,
      int port,
      List<EnvironmentVariable> environment) {
    return new Container(
        name,
        image,
        command,
        List.of(new Container.Port("http", port)),
        environment,
        NOTHING,
        NOTHING,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Workload workload(ObjectName object, Kind kind, int replicas, Container container) {
    return new Workload(
        source(object.toString()),
        new Ref(kind + " " + object),
        kind,
        object,
        replicas,
        replicas,
        Map.of("app.kubernetes.io/instance", object.name()),
        object.name(),
        List.of(container),
        List.of(),
        List.of(),
        MINUTE);
  }

  private static CarriedSecret workspaceKey(Region region) {
    ObjectName object = new ObjectName(region, "coder-ws", "litellm-key");
    return new CarriedSecret(
        source(object.toString()),
        new Ref("ExternalSecret " + object),
        object,
        "litellm-key",
        Optional.of(US_EAST_2),
        Map.of("LITELLM_API_KEY", "small/litellm/workspace-key"),
        known(Duration.ofMinutes(5)));
  }

  /** A workload, its Service, its load balancer, and the rules that the controller makes. */
  static List<Fact> server(
      Region region,
      String name,
      Workload workload,
      String targetPort,
      int port,
      String health,
      Facts model) {
    ObjectName object = workload.object();
    String id = region.identifier() + "_" + name;
    Ref balancer = new Ref("balancer " + id);
    Ref group = new Ref("group " + id);
    Ref targets = new Ref("targets " + id);
    return List.of(
        workload,
        new KubernetesService(
            source(object.toString()),
            new Ref("Service " + object),
            object,
            "LoadBalancer",
            Optional.empty(),
            Map.of(),
            workload.labels(),
            List.of(new KubernetesService.Port("https", 443, targetPort)),
            Optional.of("Cluster"),
            Optional.of(dnsName(id))),
        new LoadBalancer(
            source(id),
            balancer,
            region,
            "network",
            "internet-facing",
            dnsName(id),
            publicSubnets(region, model),
            Set.of(group),
            Map.of("load_balancing.cross_zone.enabled", "true"),
            Map.of(LoadBalancerLookup.SERVICE_TAG, object.inCluster())),
        new Listener(
            source(id),
            new Ref("listener " + id),
            balancer,
            443,
            "TLS",
            List.of(new Ref("aws_acm_certificate." + region.identifier())),
            Optional.of(targets)),
        new TargetGroup(
            source(id),
            targets,
            "TCP",
            port,
            "ip",
            new HealthProbe(
                "HTTP", Optional.of(health), "traffic-port", Duration.ofSeconds(10), 3, 3),
            KEEPS_ADDRESSES,
            Map.of(LoadBalancerLookup.SERVICE_TAG, object.inCluster())),
        ingress(id + " from anywhere", group, 443, new Peer.Addresses(Cidr.ANYWHERE)),
        ingress(
            id + " to nodes",
            new Ref("aws_security_group.%s_nodes".formatted(region.identifier())),
            port,
            new Peer.Group(group)));
  }

  private static List<LoadBalancer.Zone> publicSubnets(Region region, Facts model) {
    return model.all(dev.atoll.facts.network.Subnet.class).stream()
        .filter(
            subnet ->
                subnet
                    .ref()
                    .key()
                    .startsWith("aws_subnet.%s_public".formatted(region.identifier())))
        .map(subnet -> new LoadBalancer.Zone(subnet.ref(), Optional.empty()))
        .toList();
  }

  /** The name that the topology's records lead to. */
  private static String dnsName(String id) {
    return "data.aws_lb.%s.dns_name".formatted(id);
  }

  private static Ingress ingress(String id, Ref group, int port, Peer from) {
    return new Ingress(
        source(id),
        new Ref("rule " + id),
        known(group),
        known(Protocol.TCP),
        known(PortRange.of(port)),
        known(from));
  }

  private static Source source(String place) {
    return new Source(Origin.CLUSTER, place);
  }
}
