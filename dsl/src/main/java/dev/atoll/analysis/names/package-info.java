/**
 * Which record answers a name, which certificate covers it, and what Coder serves there. Pure: over
 * facts, and over plain names.
 */
package dev.atoll.analysis.names;
