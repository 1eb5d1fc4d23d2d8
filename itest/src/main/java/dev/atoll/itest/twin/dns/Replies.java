package dev.atoll.itest.twin.dns;

import dev.atoll.analysis.dns.Answer;
import dev.atoll.analysis.dns.Health;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.dns.Zone;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.dns.DnsRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Turns questions in messages into answers in messages. What the answer is, {@link Route53}
 * decides; what is open there is SERVFAIL here.
 *
 * @param route53 the zones
 * @param health what is known now
 * @param addresses where aliases lead
 * @param regions the Region that is nearest to an address; empty for one that is nowhere
 */
record Replies(
    Route53 route53,
    Health health,
    AliasAddresses addresses,
    Function<InetAddress, Optional<Region>> regions) {

  /** What Route 53 offers over UDP. */
  private static final int PAYLOAD = 4096;

  /** The TTL of the SOA record, by which resolvers keep an answer without records. */
  private static final long NEGATIVE_TTL = 900;

  /** A reply that can be sent, and the answer behind it. */
  record Reply(Message message, Optional<Question> question, Optional<Answer> answer) {}

  Reply reply(Message query, InetAddress client) {
    Header asked = query.getHeader();
    Record question = query.getQuestion();
    Message reply = new Message(asked.getID());
    Header header = reply.getHeader();
    header.setOpcode(asked.getOpcode());
    header.setFlag(Flags.QR);
    if (asked.getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    if (question == null || asked.getFlag(Flags.QR)) {
      return refused(reply, Rcode.FORMERR);
    }
    reply.addRecord(question, Section.QUESTION);
    if (asked.getOpcode() != Opcode.QUERY) {
      return refused(reply, Rcode.NOTIMP);
    }
    Optional<ClientSubnetOption> subnet = subnet(query);
    if (query.getOPT() != null) {
      reply.addRecord(opt(subnet), Section.ADDITIONAL);
    }
    Optional<Region> from =
        regions.apply(subnet.map(ClientSubnetOption::getAddress).orElse(client));
    if (question.getDClass() != DClass.IN || from.isEmpty()) {
      return refused(reply, Rcode.REFUSED);
    }
    Question translated =
        new Question(
            new DomainName(question.getName().toString(false)),
            Type.string(question.getType()),
            from.get());
    Answer answer = route53.answer(translated, health);
    try {
      fill(reply, question, translated, answer);
    } catch (IOException | RuntimeException unwritable) {
      reply.removeAllRecords(Section.ANSWER);
      reply.removeAllRecords(Section.AUTHORITY);
      header.setRcode(Rcode.SERVFAIL);
    }
    return new Reply(reply, Optional.of(translated), Optional.of(answer));
  }

  private static Reply refused(Message reply, int rcode) {
    reply.getHeader().setRcode(rcode);
    return new Reply(reply, Optional.empty(), Optional.empty());
  }

  private static Optional<ClientSubnetOption> subnet(Message query) {
    return query.getOPT() == null
        ? Optional.empty()
        : query.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET).stream()
            .filter(ClientSubnetOption.class::isInstance)
            .map(ClientSubnetOption.class::cast)
            .filter(option -> option.getSourcePrefixLength() > 0)
            .findFirst();
  }

  /** The client's subnet goes back with the length for which the answer holds: all of it. */
  private static OPTRecord opt(Optional<ClientSubnetOption> subnet) {
    List<EDNSOption> options =
        subnet.stream()
            .<EDNSOption>map(
                asked ->
                    new ClientSubnetOption(
                        asked.getSourcePrefixLength(),
                        asked.getSourcePrefixLength(),
                        asked.getAddress()))
            .toList();
    return new OPTRecord(PAYLOAD, 0, 0, 0, options);
  }

  private void fill(Message reply, Record question, Question translated, Answer answer)
      throws IOException {
    Header header = reply.getHeader();
    if (!answer.open().isEmpty()) {
      header.setRcode(Rcode.SERVFAIL);
      return;
    }
    Name owner = chain(reply, question, answer);
    switch (answer.outcome()) {
      case ANSWER -> header.setFlag(Flags.AA);
      case NODATA, NXDOMAIN -> {
        header.setFlag(Flags.AA);
        header.setRcode(Rcode.value(answer.outcome().code()));
        zone(owner).ifPresent(zone -> reply.addRecord(soa(zone), Section.AUTHORITY));
      }
      case REFERRAL -> refer(reply, owner, translated);
      case REFUSED -> header.setRcode(Rcode.REFUSED);
    }
  }

  /**
   * Writes the records of an answer. A CNAME goes on under its target's name; an alias answers
   * under the name that was asked.
   *
   * @return the name under which the chain ends
   */
  private Name chain(Message reply, Record question, Answer answer) throws IOException {
    Name owner = question.getName();
    List<Answer.Link> links = answer.links();
    for (int i = 0; i < links.size(); i++) {
      DnsRecord record = links.get(i).record();
      long ttl = links.get(i).ttl().toSeconds();
      boolean cname = record.type().is("CNAME"::equals).isYes();
      if (cname) {
        Name target = Name.fromString(record.values().asOptional().orElseThrow().get(0), Name.root);
        reply.addRecord(new CNAMERecord(owner, DClass.IN, ttl, target), Section.ANSWER);
        owner = target;
      } else if (i == links.size() - 1) {
        for (Record each : records(owner, question.getType(), ttl, record)) {
          reply.addRecord(each, Section.ANSWER);
        }
      }
    }
    return owner;
  }

  private List<Record> records(Name owner, int type, long ttl, DnsRecord record)
      throws IOException {
    Optional<String> alias = record.alias().asOptional().flatMap(target -> target);
    List<Record> records = new ArrayList<>();
    if (alias.isPresent()) {
      for (InetAddress address : addresses.of(alias.get())) {
        records.add(new ARecord(owner, DClass.IN, ttl, address));
      }
      return records;
    }
    for (String value : record.values().asOptional().orElseThrow()) {
      records.add(Record.fromString(owner, type, DClass.IN, ttl, value, Name.root));
    }
    return records;
  }

  private Optional<Zone> zone(Name name) {
    return route53.zone(new DomainName(name.toString()));
  }

  /** As Route 53 makes it for every zone. */
  private static SOARecord soa(Zone zone) {
    try {
      Name top = Name.fromString(zone.top().text(), Name.root);
      return new SOARecord(
          top,
          DClass.IN,
          NEGATIVE_TTL,
          Name.fromConstantString("ns-0.awsdns-00.com."),
          Name.fromConstantString("awsdns-hostmaster.amazon.com."),
          1,
          7200,
          NEGATIVE_TTL,
          1_209_600,
          86_400);
    } catch (TextParseException e) {
      throw new IllegalStateException("the zone's name was read before", e);
    }
  }

  private void refer(Message reply, Name owner, Question question) throws IOException {
    Optional<Zone> zone = zone(owner);
    Optional<DomainName> cut = zone.flatMap(one -> one.delegation(question.name()));
    if (cut.isPresent()) {
      Name below = Name.fromString(cut.get().text(), Name.root);
      for (String server : zone.get().nameServers(cut.get())) {
        reply.addRecord(
            Record.fromString(below, Type.NS, DClass.IN, 300, server, Name.root),
            Section.AUTHORITY);
      }
    }
  }
}
