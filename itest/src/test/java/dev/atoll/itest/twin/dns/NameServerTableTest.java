package dev.atoll.itest.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.dns.cases.DnsCase;
import dev.atoll.analysis.dns.cases.DnsCases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Every question of the table, asked over UDP and TCP. */
class NameServerTableTest {

  @TestFactory
  Stream<DynamicTest> everyLineOverSockets() {
    return DnsCases.table().stream()
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check(one)));
  }

  private static void check(DnsCase one) throws IOException {
    try (NameServer server =
        NameServer.start(
            World.ANY_PORT,
            Route53.of(one.facts()),
            one.health(),
            World.addresses(one.facts()),
            World::region)) {
      assertThat(show(one, ask(one, server.address(), false))).as("UDP").isEqualTo(one.expected());
      assertThat(show(one, ask(one, server.address(), true))).as("TCP").isEqualTo(one.expected());
    }
  }

  private static Message ask(DnsCase one, InetSocketAddress server, boolean tcp)
      throws IOException {
    SimpleResolver resolver = new SimpleResolver(server);
    resolver.setLocalAddress(new InetSocketAddress(World.client(one.question().from()), 0));
    resolver.setTCP(tcp);
    Name name = Name.fromString(one.question().name().text(), Name.root);
    int type = Type.value(one.question().type());
    return resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
  }

  private static String show(DnsCase one, Message reply) {
    if (reply.getRcode() == Rcode.SERVFAIL) {
      return "open";
    }
    Map<InetAddress, String> balancers =
        one.balancers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> World.addresses(one.facts()).of(entry.getKey()).get(0),
                    Map.Entry::getValue));
    List<String> words = new ArrayList<>();
    List<Record> answer = reply.getSection(Section.ANSWER);
    for (Record record : answer) {
      if (record instanceof CNAMERecord cname) {
        words.add("cname " + cname.getTarget().toString(true));
      } else if (record instanceof ARecord a) {
        words.add(balancers.getOrDefault(a.getAddress(), a.getAddress().getHostAddress()));
      } else if (record instanceof TXTRecord text) {
        words.add(text.getStrings().get(0));
      }
    }
    boolean authoritative = reply.getHeader().getFlag(Flags.AA);
    if (reply.getRcode() != Rcode.NOERROR) {
      words.add(Rcode.string(reply.getRcode()).toLowerCase(Locale.ROOT));
    } else if (!reply.getSection(Section.AUTHORITY).isEmpty()) {
      words.add(authoritative ? "nodata" : "referral");
    }
    answer.stream().mapToLong(Record::getTTL).min().ifPresent(ttl -> words.add("ttl " + ttl));
    return String.join(" ", words);
  }
}
