/** What is there: plain records, whatever they were read from, and how certain they are. */
package dev.atoll.facts;
