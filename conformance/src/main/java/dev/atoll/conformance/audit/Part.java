package dev.atoll.conformance.audit;

/**
 * One judge's finding inside an entry: what a baseline knows.
 *
 * @param fingerprint what tells it from others when lines have moved
 * @param practice the id of its practice
 * @param what what is wrong, in the judge's words
 */
public record Part(String fingerprint, String practice, String what) {}
