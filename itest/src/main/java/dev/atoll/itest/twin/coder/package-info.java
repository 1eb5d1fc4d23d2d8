/** The stand-in for Coder. What it does stands in {@code stand-ins.md}, a line per behaviour. */
package dev.atoll.itest.twin.coder;
