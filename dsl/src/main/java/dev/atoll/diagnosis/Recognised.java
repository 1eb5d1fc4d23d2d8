package dev.atoll.diagnosis;

/**
 * A known error that was found.
 *
 * @param error which one
 * @param line the line in which its text begins the first time, from 1
 * @param times how often it was found
 * @param last the line in which it begins the last time
 * @param excerpt the text that was found the first time, with secrets masked
 */
public record Recognised(KnownError error, long line, long times, long last, String excerpt) {

  Recognised again(long where) {
    return new Recognised(error, line, times + 1, where, excerpt);
  }
}
