package dev.atoll.itest.twin.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each behaviour of the table, by its name. */
class NetworkLoadBalancerTest {

  private static final Region REGION = Region.US_EAST_2;
  private static final int HTTPS = 443;
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
  private final TwinClock clock = new TwinClock();
  private final Host client = host(Kind.CLIENT, "client");
  private final Host node = host(Kind.SERVICE, "node");
  private final Map<String, Host> zones = new LinkedHashMap<>();
  private final TestTarget one = new TestTarget(host(Kind.POD, "one"), network, threads);
  private final TestTarget other = new TestTarget(host(Kind.POD, "other"), network, threads);

  private List<Set<String>> certificates = List.of(Set.of("example.com", "*.example.com"));
  private Map<String, String> balancerAttributes = CROSS;
  private Map<String, String> groupAttributes = KEEP;
  private String targetType = "ip";
  private Optional<String> policy = Optional.of("Cluster");
  private List<Target> targets = List.of(one.in("a"), other.in("b"));
  private TargetAdmission admission = TargetAdmission.OPEN;
  private NetworkLoadBalancer balancer;

  NetworkLoadBalancerTest() {
    zones.put("a", host(Kind.BALANCER, "balancer in a"));
    zones.put("b", host(Kind.BALANCER, "balancer in b"));
  }

  private Host host(Kind kind, String name) {
    return network.addresses().host(kind, REGION, name, Optional.empty());
  }

  @AfterEach
  void close() {
    if (balancer != null) {
      balancer.close();
    }
    one.close();
    other.close();
    network.close();
    threads.shutdownNow();
  }

  private void start() {
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

  /** A connection as a client makes it. */
  private final class Line implements AutoCloseable {
    private final Socket plain;
    private final SSLSocket socket;
    private final BufferedReader in;

    Line(Host from, String zone, String name) throws IOException {
      plain = network.dial(from, new InetSocketAddress(zones.get(zone).address(), HTTPS));
      plain.setSoTimeout(30_000);
      socket =
          (SSLSocket) authority.trust().getSocketFactory().createSocket(plain, name, HTTPS, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      try {
        socket.startHandshake();
      } catch (IOException e) {
        plain.close();
        throw e;
      }
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String says(String text) throws IOException {
      socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
      String answer = in.readLine();
      return answer == null ? "the end" : answer;
    }

    @Override
    public void close() throws IOException {
      plain.close();
    }
  }

  private String asked(Host from, String zone) {
    try (Line line = new Line(from, zone, "example.com")) {
      return line.says("hello");
    } catch (IOException e) {
      return e.toString();
    }
  }

  private List<String> askedOften(String zone) {
    return IntStream.range(0, 6).mapToObj(i -> asked(client, zone)).toList();
  }

  private static boolean dies(Line line) {
    try {
      return line.says("still there?").equals("the end");
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void certificateByName() throws Exception {
    certificates = List.of(Set.of("first.example.com"), Set.of("*.second.example.com"));
    start();
    for (String name : List.of("first.example.com", "app.second.example.com")) {
      try (Line line = new Line(client, "a", name)) {
        assertThat(line.says("hello")).startsWith("hello to");
      }
    }
  }

  @Test
  void defaultCertificate() {
    start();
    assertThatThrownBy(() -> new Line(client, "a", "us-west-2.apps.example.com"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("us-west-2.apps.example.com");
  }

  @Test
  void plainBehindTls() throws Exception {
    start();
    try (Line line = new Line(client, "a", "example.com")) {
      String odd = "\u0001 not HTTP at all \u00e9".repeat(2000);
      assertThat(line.says(odd)).startsWith(odd);
    }
  }

  @Test
  void httpHealth() {
    one.answers(399);
    other.answers(400);
    start();
    assertThat(askedOften("a")).allMatch(answer -> answer.contains("to one"));
  }

  @Test
  void healthThresholds() {
    targets = List.of(one.in("a"));
    start();
    one.answers(500);
    clock.advance(Duration.ofSeconds(19));
    assertThat(balancer.isHealthy()).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(balancer.isHealthy()).isFalse();
    one.answers(200);
    clock.advance(Duration.ofSeconds(29));
    assertThat(balancer.isHealthy()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(balancer.isHealthy()).isTrue();
  }

  @Test
  void unhealthySkipped() {
    start();
    assertThat(askedOften("a")).anyMatch(answer -> answer.contains("to other"));
    other.close();
    clock.advance(Duration.ofSeconds(20));
    assertThat(askedOften("a")).allMatch(answer -> answer.contains("to one"));
  }

  @Test
  void failOpen() {
    one.answers(500);
    other.answers(500);
    start();
    assertThat(askedOften("a"))
        .anyMatch(answer -> answer.contains("to one"))
        .anyMatch(answer -> answer.contains("to other"));
  }

  @Test
  void clientAddressKept() {
    start();
    assertThat(asked(client, "a")).endsWith("from " + client.address().getHostAddress());
  }

  @Test
  void clientAddressReplaced() {
    groupAttributes = Map.of();
    start();
    assertThat(asked(client, "b")).endsWith("from " + zones.get("b").address().getHostAddress());
  }

  @Test
  void clientAddressLostAtNode() {
    targetType = "instance";
    groupAttributes = Map.of();
    start();
    assertThat(asked(client, "a")).endsWith("from " + node.address().getHostAddress());
    balancer.close();

    policy = Optional.of("Local");
    start();
    assertThat(asked(client, "a")).endsWith("from " + client.address().getHostAddress());
  }

  @Test
  void noHairpin() {
    targets = List.of(one.in("a"));
    start();
    assertThat(asked(one.host(), "a")).doesNotContain("hello");
    assertThat(asked(other.host(), "a")).contains("hello to one");
    balancer.close();

    groupAttributes = Map.of();
    start();
    assertThat(asked(one.host(), "a")).contains("hello to one");
  }

  @Test
  void targetsOfTheZone() {
    balancerAttributes = Map.of();
    start();
    assertThat(askedOften("a")).allMatch(answer -> answer.contains("to one"));
    assertThat(askedOften("b")).allMatch(answer -> answer.contains("to other"));
  }

  @Test
  void targetsOfAllZones() {
    start();
    assertThat(askedOften("a"))
        .anyMatch(answer -> answer.contains("to one"))
        .anyMatch(answer -> answer.contains("to other"));
  }

  @Test
  void addressesOfHealthyZones() {
    balancerAttributes = Map.of();
    start();
    InetAddress[] both = zones.values().stream().map(Host::address).toArray(InetAddress[]::new);
    assertThat(balancer.addresses()).containsExactly(both);
    other.answers(500);
    clock.advance(Duration.ofSeconds(20));
    assertThat(balancer.addresses()).containsExactly(zones.get("a").address());
    one.answers(500);
    clock.advance(Duration.ofSeconds(20));
    assertThat(balancer.addresses()).containsExactly(both);
  }

  @Test
  void healthyForAnAlias() {
    start();
    assertThat(balancer.isHealthy()).isTrue();
    one.answers(500);
    clock.advance(Duration.ofSeconds(20));
    assertThat(balancer.isHealthy()).isTrue();
    other.answers(500);
    clock.advance(Duration.ofSeconds(20));
    assertThat(balancer.isHealthy()).isFalse();
  }

  @Test
  void targetsMustAdmit() {
    admission =
        (target, from) ->
            target.host().equals(one.host()) ? Optional.of("no rule") : Optional.empty();
    start();
    assertThat(askedOften("a")).allMatch(answer -> answer.contains("to other"));
    other.close();
    clock.advance(Duration.ofSeconds(20));
    assertThat(balancer.isHealthy()).isFalse();
    assertThat(askedOften("a")).noneMatch(answer -> answer.contains("hello"));
  }

  @Test
  void idleLimit() throws Exception {
    start();
    try (Line line = new Line(client, "a", "example.com");
        Line late = new Line(client, "a", "example.com")) {
      line.says("hello");
      late.says("hello");
      clock.advance(Duration.ofSeconds(349));
      assertThat(line.says("in time")).startsWith("in time");
      clock.advance(Duration.ofSeconds(1));
      assertThat(dies(late)).isTrue();
      assertThat(line.says("in time")).startsWith("in time");
    }
  }

  @Test
  void bytesResetTheLimit() throws Exception {
    start();
    try (Line line = new Line(client, "a", "example.com")) {
      for (int i = 0; i < 4; i++) {
        clock.advance(Duration.ofMinutes(5));
        assertThat(line.says("hello")).startsWith("hello");
      }
    }
  }

  @Test
  void keepAlivesResetTheLimit() throws Exception {
    start();
    try (Line often = new Line(client, "a", "example.com");
        Line seldom = new Line(client, "a", "example.com");
        Line never = new Line(client, "a", "example.com")) {
      keepAlive(often, 350);
      keepAlive(seldom, 420);
      for (Line each : List.of(often, seldom, never)) {
        each.says("hello");
      }
      clock.advance(Duration.ofHours(1));
      assertThat(dies(never)).isTrue();
      assertThat(dies(seldom)).isTrue();
      assertThat(often.says("here")).startsWith("here");
    }
    one.keepsAlive(Duration.ofSeconds(15));
    other.keepsAlive(Duration.ofSeconds(15));
    try (Line byTarget = new Line(client, "a", "example.com")) {
      byTarget.says("hello");
      clock.advance(Duration.ofHours(1));
      assertThat(byTarget.says("here")).startsWith("here");
    }
  }

  private static void keepAlive(Line line, int seconds) throws IOException {
    line.plain.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    line.plain.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, seconds);
  }

  @Test
  void everyLineOfTheTableHasATestAndASource() throws Exception {
    Pattern row = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\| (https://[^ ]+) \\|$");
    String table;
    try (InputStream in =
        NetworkLoadBalancer.class.getResourceAsStream("network-load-balancer.md")) {
      table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> tests =
        Arrays.stream(NetworkLoadBalancerTest.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .filter(name -> !name.startsWith("everyLine"))
            .toList();
    assertThat(row.matcher(table).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(tests);
    assertThat(table.lines().filter(line -> line.startsWith("| `"))).hasSameSizeAs(tests);
  }
}
