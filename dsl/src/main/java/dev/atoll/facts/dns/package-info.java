/** Facts about Route 53: zones, records and health checks. */
package dev.atoll.facts.dns;
