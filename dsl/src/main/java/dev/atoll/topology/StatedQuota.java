package dev.atoll.topology;

import dev.atoll.facts.Source;
import dev.atoll.facts.aws.Quota;

/**
 * A service quota that the account was granted.
 *
 * @param at the builder call that said so
 * @param of what it limits
 * @param limit how many
 */
public record StatedQuota(Source at, Quota.Of of, int limit) {}
