/** The steps that remain once Coder's licence has arrived, derived from the topology. */
package dev.atoll.topology.runbook;
