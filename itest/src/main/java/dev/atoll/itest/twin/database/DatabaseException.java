package dev.atoll.itest.twin.database;

/** The twin's PostgreSQL cannot be started; the message says what it wrote and what to do. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
