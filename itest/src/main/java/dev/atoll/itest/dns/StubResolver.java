package dev.atoll.itest.dns;

import dev.atoll.traffic.Resolution;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Asks one name server each time anew: over UDP, and over TCP where an answer does not fit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1034#section-5.3.1">RFC 1034, stub resolvers</a>
 */
public final class StubResolver implements Resolver {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int PAYLOAD = 1232;

  private final SimpleResolver server;

  private StubResolver(SimpleResolver server) {
    this.server = server;
    server.setTimeout(PATIENCE);
  }

  /** Asks from whatever address the machine takes. */
  public static StubResolver asking(InetSocketAddress nameServer) {
    return new StubResolver(new SimpleResolver(nameServer));
  }

  /** Asks from an address of the machine, by which the name server knows it. */
  public static StubResolver from(InetAddress own, InetSocketAddress nameServer) {
    SimpleResolver server = new SimpleResolver(nameServer);
    server.setLocalAddress(new InetSocketAddress(own, 0));
    return new StubResolver(server);
  }

  /**
   * Asks from anywhere, and passes a client's subnet on.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7871">RFC 7871, client subnet in DNS
   *     queries</a>
   */
  public static StubResolver forClient(InetAddress client, InetSocketAddress nameServer) {
    SimpleResolver server = new SimpleResolver(nameServer);
    int bits = client.getAddress().length * Byte.SIZE;
    server.setEDNS(0, PAYLOAD, 0, List.of(new ClientSubnetOption(bits, client)));
    return new StubResolver(server);
  }

  /**
   * {@inheritDoc}
   *
   * @throws TrafficException when the name server does not answer: of the name that says nothing
   */
  @Override
  public Resolution resolve(String name) {
    try {
      Name asked = Name.fromString(name, Name.root);
      Message reply = server.send(Message.newQuery(Record.newRecord(asked, Type.A, DClass.IN)));
      List<String> addresses =
          reply.getSection(Section.ANSWER).stream()
              .filter(ARecord.class::isInstance)
              .map(record -> ((ARecord) record).getAddress().getHostAddress())
              .toList();
      return new Resolution(name, Rcode.string(reply.getRcode()), addresses, ttl(reply));
    } catch (IOException e) {
      InetSocketAddress at = server.getAddress();
      throw new TrafficException(
          "the resolver at %s:%d did not answer (%s), so nothing can be said about %s or any name"
              .formatted(at.getHostString(), at.getPort(), why(e), name),
          e);
    }
  }

  private static String why(IOException e) {
    return Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
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
