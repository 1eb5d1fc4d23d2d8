/** Facts of VPC networking. */
package dev.atoll.facts.network;
