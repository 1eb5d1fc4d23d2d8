/** Whether pods may talk to each other, as far as network policies have a say. */
package dev.atoll.analysis.networkpolicy;
