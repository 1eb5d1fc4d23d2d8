/** Whose address a server sees behind a load balancer. */
package dev.atoll.analysis.sourceaddress;
