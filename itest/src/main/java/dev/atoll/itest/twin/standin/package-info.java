/** What stand-ins do, as tables that people and tests read. */
package dev.atoll.itest.twin.standin;
