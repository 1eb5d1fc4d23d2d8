package dev.atoll.itest.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Value;
import java.util.List;
import java.util.stream.Stream;

/** Prefixes in answers of AWS. */
final class Cidrs {

  private Cidrs() {}

  /** The IPv4 prefix if there is one, else the IPv6 prefix. */
  static Value<Cidr> either(String ipv4, String ipv6) {
    return ipv4 != null ? read(ipv4) : ipv6 != null ? read(ipv6) : Value.unknown("no prefix given");
  }

  /** All of them; unknown when one is. */
  static Value<List<Cidr>> all(List<String> texts) {
    Value<List<Cidr>> all = Value.known(List.of());
    for (String text : texts) {
      all =
          all.flatMap(
              some -> read(text).map(one -> Stream.concat(some.stream(), Stream.of(one)).toList()));
    }
    return all;
  }

  /** AWS answers in canonical form; what does not is not guessed at. */
  static Value<Cidr> read(String text) {
    try {
      return Value.known(Cidr.parse(text));
    } catch (IllegalArgumentException e) {
      return Value.unknown(e.getMessage());
    }
  }
}
