/** What a deployment costs: a dated price table, what is bought, and the monthly bill. */
package dev.atoll.analysis.cost;
