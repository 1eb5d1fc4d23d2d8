package dev.atoll.stacks.platform;

import dev.atoll.stacks.cache.CacheLayer;
import dev.atoll.stacks.certificate.CertificateLayer;
import dev.atoll.stacks.cluster.ClusterLayer;
import dev.atoll.stacks.database.DatabaseLayer;
import dev.atoll.stacks.loadbalancer.AddressLayer;
import dev.atoll.stacks.network.NetworkLayer;

/**
 * What servers stand on, Coder's and LiteLLM's alike.
 *
 * @param database where the one database of all Regions is
 */
public record Foundation(
    NetworkLayer network,
    ClusterLayer clusters,
    AddressLayer addresses,
    CertificateLayer certificates,
    PlatformLayer platform,
    DatabaseLayer database,
    CacheLayer cache) {}
