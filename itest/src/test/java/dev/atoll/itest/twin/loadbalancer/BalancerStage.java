package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.loadbalancer.TargetGroup.HealthProbe;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.network.Addresses;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Kind;
import dev.atoll.itest.twin.network.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A load balancer in two zones with a target in each, which a test describes and starts. */
final class BalancerStage implements AutoCloseable {

  private static final Region REGION = Region.US_EAST_2;
  private static final int HTTPS = 443;
  private static final String NAME = "example.com";
  private static final Map<String, String> KEEP = Map.of("preserve_client_ip.enabled", "true");
  private static final Map<String, String> CROSS =
      Map.of("load_balancing.cross_zone.enabled", "true");
  private static final HealthProbe HEALTH =
      new HealthProbe(
          "HTTP", Optional.of("/healthz"), "traffic-port", Duration.ofSeconds(10), 3, 2);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });
  private final Network network = new Network(Addresses.claim());
  private final PrivateAuthority authority = new PrivateAuthority();
  final TwinClock clock = new TwinClock();
  final Host client = host(Kind.CLIENT, "client");
  final Host node = host(Kind.SERVICE, "node");
  final Map<String, Host> zones = new LinkedHashMap<>();
  final TestTarget one = new TestTarget(host(Kind.POD, "one"), network, threads);
  final TestTarget other = new TestTarget(host(Kind.POD, "other"), network, threads);

  List<Set<String>> certificates = List.of(Set.of("example.com", "*.example.com"));
  Map<String, String> balancerAttributes = CROSS;
  Map<String, String> groupAttributes = KEEP;
  String targetType = "ip";
  Optional<String> policy = Optional.of("Cluster");
  List<Target> targets = List.of(one.in("a"), other.in("b"));
  TargetAdmission admission = TargetAdmission.OPEN;
  private NetworkLoadBalancer balancer;

  BalancerStage() {
    zones.put("a", host(Kind.BALANCER, "balancer in a"));
    zones.put("b", host(Kind.BALANCER, "balancer in b"));
  }

  private Host host(Kind kind, String name) {
    return network.addresses().host(kind, REGION, name, Optional.empty());
  }

  @Override
  public void close() {
    if (balancer != null) {
      balancer.close();
    }
    one.close();
    other.close();
    network.close();
    threads.shutdownNow();
  }

  /** Starts it as it is described so far; one that ran before ends. */
  void start() {
    if (balancer != null) {
      balancer.close();
    }
    Source source = new Source(Origin.APPLIED, "test");
    Ref ref = new Ref("balancer");
    Ref group = new Ref("group");
    balancer =
        NetworkLoadBalancer.start(
            new Balancing(network, authority, clock, admission, threads, Duration.ofSeconds(30)),
            new LoadBalancer(
                source,
                ref,
                REGION,
                "network",
                "internet-facing",
                "lb.example",
                List.of(),
                Set.of(),
                balancerAttributes,
                Map.of()),
            zones,
            List.of(
                new Entry(
                    new Listener(
                        source,
                        new Ref("listener"),
                        ref,
                        HTTPS,
                        "TLS",
                        List.of(),
                        Optional.of(group)),
                    certificates,
                    new TargetGroup(
                        source,
                        group,
                        "TCP",
                        TestTarget.PORT,
                        targetType,
                        HEALTH,
                        groupAttributes,
                        Map.of()),
                    targets,
                    policy,
                    node)));
  }

  NetworkLoadBalancer balancer() {
    return balancer;
  }

  /** A connection to the balancer's address in a zone, by a client that expects that name. */
  TestLine line(Host from, String zone, String name) throws IOException {
    Socket plain = network.dial(from, new InetSocketAddress(zones.get(zone).address(), HTTPS));
    return new TestLine(plain, authority.trust(), name);
  }

  /** The same by the client, in the first zone. */
  TestLine line() throws IOException {
    return line(client, "a", NAME);
  }

  String asked(Host from, String zone) {
    try (TestLine line = line(from, zone, NAME)) {
      return line.says("hello");
    } catch (IOException e) {
      return e.toString();
    }
  }

  List<String> askedOften(String zone) {
    return IntStream.range(0, 6).mapToObj(i -> asked(client, zone)).toList();
  }
}
