/**
 * What can be asked of a deployment that runs, and what may be done to its twin. Practices that
 * want evidence of kind {@code traffic} speak to these interfaces; sockets are behind them.
 */
package dev.atoll.traffic;
