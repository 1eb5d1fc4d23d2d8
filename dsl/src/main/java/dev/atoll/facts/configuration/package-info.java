/** Facts about how something is written, not what it means. Only configuration has them. */
package dev.atoll.facts.configuration;
