package dev.atoll.facts.network;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/** Says which route table serves a subnet; a subnet without one is served by the main table. */
public record RouteTableAssociation(Source source, Ref ref, Value<Ref> table, Value<Ref> subnet)
    implements Fact {}
