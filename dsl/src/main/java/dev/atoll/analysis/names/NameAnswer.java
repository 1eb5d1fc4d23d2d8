package dev.atoll.analysis.names;

import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.model.ServedName;
import java.util.List;
import java.util.Optional;

/**
 * What a client finds at a served name.
 *
 * @param served the name, its Region and its owner
 * @param answered whether a record gives an address for it
 * @param record the record that does
 * @param hiddenBy the name that keeps a wildcard from answering for it
 * @param certified whether an issued certificate of its Region covers it
 * @param certificates the certificates that cover it
 * @param apps whether workspace apps work under it
 * @param login whether login through an identity provider works there
 */
public record NameAnswer(
    ServedName served,
    Truth answered,
    Optional<DomainName> record,
    Optional<DomainName> hiddenBy,
    Truth certified,
    List<Ref> certificates,
    Ability apps,
    Ability login) {

  public NameAnswer {
    certificates = List.copyOf(certificates);
  }

  /** The ability that a use asks for. */
  public Ability ability(ServedName.Use use) {
    return use == ServedName.Use.APPS ? apps : login;
  }
}
