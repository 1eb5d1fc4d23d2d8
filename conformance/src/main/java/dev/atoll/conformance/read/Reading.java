package dev.atoll.conformance.read;

import dev.atoll.facts.Facts;
import java.util.Map;

/**
 * What was read from a Terraform root.
 *
 * @param facts the facts
 * @param unread how many resources were passed over because no reader knows their type, by type
 */
public record Reading(Facts facts, Map<String, Integer> unread) {}
