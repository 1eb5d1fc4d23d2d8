package dev.atoll.conformance.status;

import java.time.Duration;
import java.time.Instant;

/** How old evidence is, in as few words as are worth reading. */
public final class Age {

  private Age() {}

  /** "now", "12 min ago", "3 h ago", "5 days ago". */
  public static String of(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return "now";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    if (age.toDays() < 2) {
      return age.toHours() + " h ago";
    }
    return age.toDays() + " days ago";
  }
}
