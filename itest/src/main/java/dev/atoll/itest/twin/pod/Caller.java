package dev.atoll.itest.twin.pod;

import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;

/** Asks others by their name, over TLS where that is asked for, as a program on a host would. */
@FunctionalInterface
public interface Caller {

  /** One request and its answer. Redirects are answers, not followed. */
  Outcome send(Request request);
}
