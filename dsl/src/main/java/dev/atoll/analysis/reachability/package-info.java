/** Whether a packet arrives and its answer comes back, and everything that is in the way. */
package dev.atoll.analysis.reachability;
