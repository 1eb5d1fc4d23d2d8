package dev.atoll.itest.twin.dns;

import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.traffic.Resolution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * A client's resolver: asks a name server over UDP, over TCP where an answer does not fit, and
 * keeps the answer for its TTL by the twin's clock, answers without records too. Failures are not
 * kept.
 */
public final class CachingResolver {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int PAYLOAD = 1232;

  private final TwinClock clock;
  private final SimpleResolver server;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Resolution resolution, Instant until) {}

  private CachingResolver(TwinClock clock, SimpleResolver server) {
    this.clock = clock;
    this.server = server;
    server.setTimeout(PATIENCE);
  }

  /**
   * A resolver that the name server sees by its own address.
   *
   * @param address its address on loopback
   */
  public static CachingResolver at(
      InetAddress address, InetSocketAddress nameServer, TwinClock clock) {
    SimpleResolver server = new SimpleResolver(nameServer);
    server.setLocalAddress(new InetSocketAddress(address, 0));
    return new CachingResolver(clock, server);
  }

  /**
   * A resolver that stands anywhere and passes its client's subnet on.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7871">RFC 7871, client subnet in DNS
   *     queries</a>
   */
  public static CachingResolver forClient(
      InetAddress client, InetSocketAddress nameServer, TwinClock clock) {
    SimpleResolver server = new SimpleResolver(nameServer);
    int bits = client.getAddress().length * Byte.SIZE;
    server.setEDNS(0, PAYLOAD, 0, List.of(new ClientSubnetOption(bits, client)));
    return new CachingResolver(clock, server);
  }

  /** The IPv4 addresses of a name, as a client of this resolver gets them now. */
  public Resolution resolve(String name) {
    Instant now = clock.now();
    Kept known = kept.get(name);
    if (known != null && now.isBefore(known.until())) {
      Resolution answer = known.resolution();
      return new Resolution(
          name, answer.rcode(), answer.addresses(), Duration.between(now, known.until()));
    }
    Resolution fresh = ask(name);
    if (!fresh.ttl().isZero()) {
      kept.put(name, new Kept(fresh, now.plus(fresh.ttl())));
    }
    return fresh;
  }

  /** Forgets everything, as a resolver that starts anew. */
  public void forget() {
    kept.clear();
  }

  private Resolution ask(String name) {
    try {
      Name asked = Name.fromString(name, Name.root);
      Message query = Message.newQuery(Record.newRecord(asked, Type.A, DClass.IN));
      Message reply = server.send(query);
      List<String> addresses =
          reply.getSection(Section.ANSWER).stream()
              .filter(ARecord.class::isInstance)
              .map(record -> ((ARecord) record).getAddress().getHostAddress())
              .toList();
      return new Resolution(name, Rcode.string(reply.getRcode()), addresses, ttl(reply));
    } catch (IOException e) {
      return new Resolution(name, "SERVFAIL", List.of(), Duration.ZERO);
    }
  }

  private static Duration ttl(Message reply) {
    Optional<Long> negative =
        reply.getSection(Section.AUTHORITY).stream()
            .filter(SOARecord.class::isInstance)
            .map(SOARecord.class::cast)
            // RFC 2308: the lesser of the two.
            .map(soa -> Math.min(soa.getTTL(), soa.getMinimum()))
            .findFirst();
    Optional<Long> positive =
        reply.getSection(Section.ANSWER).stream().map(Record::getTTL).min(Long::compare);
    return Duration.ofSeconds(
        negative.or(() -> positive).filter(seconds -> seconds > 0).orElse(0L));
  }
}
