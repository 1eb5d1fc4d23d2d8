package dev.atoll.conformance.read.term;

import static dev.atoll.conformance.read.term.Function.number;
import static dev.atoll.conformance.read.term.Function.text;

import java.util.ArrayList;
import java.util.List;

/** Terraform's functions of IPv4 networks. */
final class Networks {

  private Networks() {}

  static Term host(List<Term> arguments) {
    String[] prefix = prefix(arguments.get(0));
    int bits = 32 - number(Term.text(prefix[1]));
    int which = number(arguments.get(1));
    long size = 1L << bits;
    if (which >= size || -which > size) {
      throw new Function.Unfit();
    }
    return Term.text(dotted((address(prefix[0]) & -size) + (which < 0 ? size + which : which)));
  }

  static Term netmask(List<Term> arguments) {
    int bits = number(Term.text(prefix(arguments.get(0))[1]));
    return Term.text(dotted(-(1L << (32 - bits))));
  }

  /** One network behind the other, each so many bits smaller. */
  static Term subnets(List<Term> arguments) {
    String[] prefix = prefix(arguments.get(0));
    int bits = number(Term.text(prefix[1]));
    long next = address(prefix[0]);
    long end = next + (1L << (32 - bits));
    List<Term> all = new ArrayList<>();
    for (Term more : arguments.subList(1, arguments.size())) {
      int length = bits + number(more);
      if (length < bits || length > 32) {
        throw new Function.Unfit();
      }
      long size = 1L << (32 - length);
      next = (next + size - 1) & -size;
      if (next + size > end) {
        throw new Function.Unfit();
      }
      all.add(Term.text(dotted(next) + "/" + length));
      next += size;
    }
    return new Term.ListOf(all);
  }

  private static String[] prefix(Term term) {
    String[] prefix = text(term).split("/", -1);
    boolean fits =
        prefix.length == 2
            && prefix[0].matches("\\d{1,3}(\\.\\d{1,3}){3}")
            && prefix[1].matches("[12]?\\d|3[0-2]");
    if (!fits) {
      throw new Function.Unfit();
    }
    return prefix;
  }

  private static long address(String dotted) {
    long address = 0;
    for (String part : dotted.split("\\.", -1)) {
      address = address << 8 | Integer.parseInt(part);
    }
    return address;
  }

  private static String dotted(long address) {
    return "%d.%d.%d.%d"
        .formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
  }
}
