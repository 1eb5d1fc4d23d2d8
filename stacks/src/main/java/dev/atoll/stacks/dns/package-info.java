/** Names: the records that lead to the load balancers, and the health checks behind them. */
package dev.atoll.stacks.dns;
