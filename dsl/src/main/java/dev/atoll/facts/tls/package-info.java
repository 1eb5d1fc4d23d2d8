/** Facts about certificates. */
package dev.atoll.facts.tls;
