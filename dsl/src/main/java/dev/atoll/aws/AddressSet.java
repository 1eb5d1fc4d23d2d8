package dev.atoll.aws;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of IP addresses with the algebra of sets, exact over the whole address space. Kept as
 * disjoint ranges in ascending order, IPv4 before IPv6.
 *
 * @param ranges the ranges
 */
public record AddressSet(List<Range> ranges) {

  /**
   * Addresses from first to last, both included.
   *
   * @param width 32 or 128
   */
  public record Range(int width, BigInteger first, BigInteger last) {}

  /** No address. */
  public static final AddressSet NONE = new AddressSet(List.of());

  private static final Comparator<Range> ORDER =
      Comparator.comparingInt(Range::width).thenComparing(Range::first);

  public AddressSet {
    ranges = List.copyOf(ranges);
  }

  /** The addresses of all these prefixes. */
  public static AddressSet of(Collection<Cidr> prefixes) {
    return normalised(
        prefixes.stream().map(cidr -> new Range(cidr.width(), cidr.first(), cidr.last())).toList());
  }

  /** The addresses of one prefix. */
  public static AddressSet of(Cidr prefix) {
    return of(List.of(prefix));
  }

  /** Whether it has no address. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** The addresses in either. */
  public AddressSet union(AddressSet other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return normalised(all);
  }

  /** The addresses in this one and not in the other. */
  public AddressSet minus(AddressSet other) {
    List<Range> left = ranges;
    for (Range taken : other.ranges) {
      left = left.stream().flatMap(range -> without(range, taken).stream()).toList();
    }
    return new AddressSet(left);
  }

  /** The addresses in both. */
  public AddressSet intersect(AddressSet other) {
    return minus(minus(other));
  }

  /** Whether every address of the other is in this one. */
  public boolean contains(AddressSet other) {
    return other.minus(this).isEmpty();
  }

  /** The fewest prefixes that make up this set. */
  public List<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>();
    for (Range range : ranges) {
      BigInteger at = range.first();
      while (at.compareTo(range.last()) <= 0) {
        BigInteger left = range.last().subtract(at).add(BigInteger.ONE);
        int aligned = at.signum() == 0 ? range.width() : at.getLowestSetBit();
        int bits = Math.min(aligned, left.bitLength() - 1);
        prefixes.add(new Cidr(at, range.width() - bits, range.width()));
        at = at.add(BigInteger.ONE.shiftLeft(bits));
      }
    }
    return List.copyOf(prefixes);
  }

  private static AddressSet normalised(List<Range> ranges) {
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges.stream().sorted(ORDER).toList()) {
      Range before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null
          && before.width() == range.width()
          && range.first().compareTo(before.last().add(BigInteger.ONE)) <= 0) {
        merged.set(
            merged.size() - 1,
            new Range(range.width(), before.first(), before.last().max(range.last())));
      } else {
        merged.add(range);
      }
    }
    return new AddressSet(merged);
  }

  private static List<Range> without(Range range, Range taken) {
    if (range.width() != taken.width()
        || taken.last().compareTo(range.first()) < 0
        || taken.first().compareTo(range.last()) > 0) {
      return List.of(range);
    }
    List<Range> left = new ArrayList<>();
    if (taken.first().compareTo(range.first()) > 0) {
      left.add(new Range(range.width(), range.first(), taken.first().subtract(BigInteger.ONE)));
    }
    if (taken.last().compareTo(range.last()) < 0) {
      left.add(new Range(range.width(), taken.last().add(BigInteger.ONE), range.last()));
    }
    return left;
  }

  @Override
  public String toString() {
    return isEmpty()
        ? "no address"
        : prefixes().stream().map(Cidr::toString).collect(Collectors.joining(", "));
  }
}
