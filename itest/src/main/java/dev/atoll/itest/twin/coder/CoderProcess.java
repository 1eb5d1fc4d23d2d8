package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.http.Site;

/** What runs behind the listener of a Coder server or of a workspace proxy. */
interface CoderProcess extends AutoCloseable {

  Site site();

  Routes routes();

  /** Ends at once, without a word to anybody. */
  void kill();

  /** Ends in good order. */
  @Override
  void close();
}
