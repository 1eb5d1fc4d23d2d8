package dev.atoll.itest.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.analysis.dns.Health;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.dns.cases.DnsCases;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.traffic.Resolution;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** How the name server takes messages, beside what it answers. */
class NameServerTest {

  private final Facts facts = World.twoRegions();
  private final TwinClock clock = new TwinClock();
  private final NameServer server = serve(facts);

  private static NameServer serve(Facts facts) {
    return NameServer.start(
        World.ANY_PORT, Route53.of(facts), Health.ALL_WELL, World.addresses(facts), World::region);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theClientsOwnAddressSaysWhereHeIs() {
    assertThat(from(Region.US_EAST_2)).isEqualTo(World.balancer(facts, "ohio"));
    assertThat(from(Region.US_WEST_2)).isEqualTo(World.balancer(facts, "oregon"));
    assertThat(server.exchanges())
        .extracting(exchange -> exchange.question().from())
        .containsExactly(Region.US_EAST_2, Region.US_WEST_2);
  }

  @Test
  void theSubnetThatAResolverPassesOnCountsMore() {
    for (Region region : List.of(Region.US_EAST_2, Region.US_WEST_2)) {
      Resolution resolution =
          CachingResolver.forClient(World.subnet(region), server.address(), clock)
              .resolve("coderdemo.io");
      String expected = region.equals(Region.US_EAST_2) ? "ohio" : "oregon";
      assertThat(resolution.addresses())
          .containsExactly(World.balancer(facts, expected).getHostAddress());
    }
  }

  @Test
  void theSubnetGoesBackWithTheLengthForWhichTheAnswerHolds() throws IOException {
    SimpleResolver resolver = new SimpleResolver(server.address());
    InetAddress client = World.subnet(Region.US_WEST_2);
    resolver.setEDNS(0, 1232, 0, List.of(new ClientSubnetOption(32, client)));

    Message reply = resolver.send(query("coderdemo.io", Type.A));

    assertThat(reply.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET))
        .singleElement()
        .isInstanceOfSatisfying(
            ClientSubnetOption.class,
            option -> assertThat(option.getScopePrefixLength()).isEqualTo(32));
  }

  @Test
  void whoIsNowhereIsRefused() throws IOException {
    Message reply = new SimpleResolver(server.address()).send(query("coderdemo.io", Type.A));

    assertThat(reply.getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void anAnswerThatDoesNotFitIsFetchedOverTcp() throws IOException {
    String values =
        IntStream.range(0, 60).mapToObj(i -> "192.0.2." + i).collect(Collectors.joining(","));
    Facts large =
        DnsCases.read(
                List.of(
                    "source here https://example.com",
                    "zone example.com",
                    "record example.com A ttl 300 values " + values,
                    "ask example.com A from us-east-2 -> nodata [here]"))
            .get(0)
            .facts();
    server.serve(Route53.of(large));
    SimpleResolver resolver = from(World.client(Region.US_EAST_2));
    resolver.setIgnoreTruncation(true);
    resolver.setEDNS(-1);

    Message truncated = resolver.send(query("example.com", Type.A));

    assertThat(truncated.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(resolve(Region.US_EAST_2, "example.com").addresses()).hasSize(60);
  }

  @Test
  void whatIsNoMessageGetsNoReplyAndHarmsNobody() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] noise = "hello".getBytes(StandardCharsets.US_ASCII);
      socket.send(new DatagramPacket(noise, noise.length, server.address()));
    }
    assertThat(from(Region.US_EAST_2)).isEqualTo(World.balancer(facts, "ohio"));
  }

  @Test
  void onlyQueriesOfTheInternetAreAnswered() throws IOException {
    SimpleResolver resolver = from(World.client(Region.US_EAST_2));
    Message update = query("coderdemo.io", Type.A);
    update.getHeader().setOpcode(Opcode.NOTIFY);
    assertThat(resolver.send(update).getRcode()).isEqualTo(Rcode.NOTIMP);

    Message chaos =
        Message.newQuery(Record.newRecord(name("version.bind"), Type.TXT, DClass.CHAOS));
    assertThat(resolver.send(chaos).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void recordsMayChange() {
    server.serve(Route53.of(facts.without(fact -> true)));

    assertThat(resolve(Region.US_EAST_2, "coderdemo.io").rcode()).isEqualTo("REFUSED");
  }

  @Test
  void digReadsTheAnswer() throws Exception {
    Assumptions.assumeTrue(isInstalled(), "dig is not installed");
    Process dig =
        new ProcessBuilder(
                "dig",
                "+short",
                "+subnet=" + World.subnet(Region.US_WEST_2).getHostAddress() + "/32",
                "@" + server.address().getAddress().getHostAddress(),
                "-p",
                String.valueOf(server.address().getPort()),
                "app.coderdemo.io")
            .start();
    String said = new String(dig.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(dig.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(said.strip()).isEqualTo(World.balancer(facts, "oregon").getHostAddress());
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("dig", "-v").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private InetAddress from(Region region) {
    try {
      return InetAddress.getByName(resolve(region, "coderdemo.io").addresses().get(0));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Resolution resolve(Region region, String name) {
    return CachingResolver.at(World.client(region), server.address(), clock).resolve(name);
  }

  private SimpleResolver from(InetAddress client) {
    SimpleResolver resolver = new SimpleResolver(server.address());
    resolver.setLocalAddress(new InetSocketAddress(client, 0));
    return resolver;
  }

  private static Message query(String name, int type) throws IOException {
    return Message.newQuery(Record.newRecord(name(name), type, DClass.IN));
  }

  private static Name name(String text) throws IOException {
    return Name.fromString(text, Name.root);
  }
}
