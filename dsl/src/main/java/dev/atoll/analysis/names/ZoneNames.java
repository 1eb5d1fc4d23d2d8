package dev.atoll.analysis.names;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of a hosted zone, and which of its records answers a question. A wildcard answers only
 * where its parent is the closest encloser: the longest existing name above the one that was asked
 * for. A name exists when it has a record of any type, or something below it has.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4592#section-3.3.1">RFC 4592, closest
 *     encloser</a>
 */
public final class ZoneNames {

  private final Set<String> existing = new TreeSet<>();
  private final Set<String> addressed = new TreeSet<>();

  /**
   * @param all the names that have a record of any type
   * @param addressed those that have an address: A, AAAA, or CNAME
   */
  public ZoneNames(Collection<DomainName> all, Collection<DomainName> addressed) {
    for (DomainName name : all) {
      for (DomainName up = name; !up.text().isEmpty(); up = up.parent()) {
        existing.add(up.text());
      }
    }
    addressed.forEach(name -> this.addressed.add(name.text()));
  }

  /** The record that gives an address for that name; empty when none does. */
  public Optional<DomainName> answering(DomainName name) {
    return owner(name.sample()).flatMap(this::withAddress);
  }

  /**
   * The name whose records, of whatever type, answer for a name: itself when it exists, else the
   * wildcard below its closest encloser; empty when the answer is that there is no such name. An
   * asterisk in the question is itself, not every name.
   */
  public Optional<DomainName> owner(DomainName asked) {
    if (existing.contains(asked.text())) {
      return Optional.of(asked);
    }
    return closestEncloser(asked).map(DomainName::wildcard).filter(this::exists);
  }

  /** Whether it has a record of any type, or something below it has. */
  public boolean exists(DomainName name) {
    return existing.contains(name.text());
  }

  /** Every name that exists, those between the records and the root too, in order. */
  public List<DomainName> existing() {
    return existing.stream().map(DomainName::new).toList();
  }

  /**
   * Where a wildcard further up would have answered, had nothing come between: the name that hides
   * it. For people who wonder why.
   */
  public Optional<DomainName> hiding(DomainName name) {
    DomainName asked = name.sample();
    DomainName between =
        existing.contains(asked.text()) ? asked : closestEncloser(asked).orElse(asked);
    for (DomainName up = between.parent(); !up.text().isEmpty(); up = up.parent()) {
      if (addressed.contains(up.wildcard().text())) {
        return Optional.of(between);
      }
    }
    return Optional.empty();
  }

  private Optional<DomainName> closestEncloser(DomainName name) {
    for (DomainName up = name.parent(); !up.text().isEmpty(); up = up.parent()) {
      if (existing.contains(up.text())) {
        return Optional.of(up);
      }
    }
    return Optional.empty();
  }

  private Optional<DomainName> withAddress(DomainName name) {
    return Optional.of(name).filter(one -> addressed.contains(one.text()));
  }
}
