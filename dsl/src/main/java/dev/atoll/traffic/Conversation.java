package dev.atoll.traffic;

/** A WebSocket that is open until somebody or something ends it. */
public interface Conversation extends AutoCloseable {

  /** Whether a message sent now comes back. False once the connection is dead. */
  boolean echoes(String message);

  @Override
  void close();
}
