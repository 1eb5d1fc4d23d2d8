package dev.atoll.practice;

/** What somebody's users or data suffer when a row does not hold; the worst first. */
public enum Harm {
  /** Users cannot work: all of them, or those of a Region, without anybody's doing. */
  STOPS_USERS,
  /** Somebody gets what is not theirs. */
  LETS_IN,
  /** Anything else: certificates and states that fail one day, wrong logs, changes that fail. */
  WAITS
}
