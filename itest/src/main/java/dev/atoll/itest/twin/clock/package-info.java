/** The twin's time, which passes only when a test lets it. */
package dev.atoll.itest.twin.clock;
