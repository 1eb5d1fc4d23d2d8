package dev.atoll.facts.database;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * An SQL statement that only a person can run and that is written down for one: that a database
 * user may sign in with IAM tokens.
 *
 * @param user the database user
 */
public record DatabaseGrant(Source source, Ref ref, Value<String> user) implements Fact {}
