/**
 * The model of a deployment and its fluent builders. Start at {@link
 * dev.atoll.topology.Topology#named}.
 */
package dev.atoll.topology;
