/** What a container of the twin sees: its environment and what is around it. */
package dev.atoll.itest.twin.pod;
