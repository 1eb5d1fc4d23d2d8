package dev.atoll.topology;

/**
 * Why a description departs from the documented practice.
 *
 * @param text the reason, as it completes "because"
 */
public record Reason(String text) {
  @Override
  public String toString() {
    return "because " + text;
  }
}
