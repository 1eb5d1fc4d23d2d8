/** Facts about caches that speak the Redis protocol. */
package dev.atoll.facts.cache;
