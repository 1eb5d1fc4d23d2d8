package dev.atoll.itest.twin.network;

import dev.atoll.aws.Region;

/**
 * What an address says by itself.
 *
 * @param region where
 * @param kind what
 */
public record Place(Region region, Kind kind) {}
