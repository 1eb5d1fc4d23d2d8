/** Takes one piece of a connection between Regions away, for real, and puts it back. */
package dev.atoll.itest.breaks;
