/**
 * Route 53 on loopback: a name server that answers from facts as {@link
 * dev.atoll.analysis.dns.Route53} decides, health checkers that ask over HTTPS, and a resolver that
 * keeps answers for their TTL. Time is the twin's own.
 */
package dev.atoll.itest.twin.dns;
