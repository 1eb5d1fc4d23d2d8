package dev.atoll.analysis.dns;

/** What an answer comes to. */
public enum Outcome {
  /** There are records. */
  ANSWER("NOERROR"),
  /** The name exists and has no record of that type. */
  NODATA("NOERROR"),
  /** There is no such name. */
  NXDOMAIN("NXDOMAIN"),
  /** Other name servers answer for the name. */
  REFERRAL("NOERROR"),
  /** The name is in no hosted zone that was seen. */
  REFUSED("REFUSED");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** The response code in the message, by its name in the registry of DNS parameters. */
  public String code() {
    return code;
  }
}
