package dev.atoll.itest.twin.coder;

import java.util.UUID;

/** The owner of a deployment of stand-ins: there from the start, the same in each. */
public final class FirstUser {

  /** Who logs in. */
  public static final String EMAIL = "owner@example.com";

  /** How. */
  public static final String PASSWORD = "the-owner-of-the-twin";

  /** The user's name. */
  public static final String NAME = "owner";

  static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  // Ten characters of id and 22 of secret, as every API key of Coder.
  static final String TOKEN = "twinowner1-AtollTwinOwnerSession1";

  private FirstUser() {}
}
