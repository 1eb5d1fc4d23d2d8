/**
 * Route 53's documented answers as a table in plain text, each with its source. The analysis is
 * tested against it, a name server that plays Route 53 over sockets, and the real one may be.
 */
package dev.atoll.analysis.dns.cases;
