/** The vocabulary of AWS and IP networks: Regions, prefixes, ports, exact sets of addresses. */
package dev.atoll.aws;
