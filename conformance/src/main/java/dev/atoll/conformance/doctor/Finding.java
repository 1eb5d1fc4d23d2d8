package dev.atoll.conformance.doctor;

/**
 * What was found of one thing that Atoll uses.
 *
 * @param name its name, such as {@code terraform}
 * @param need how much depends on it
 * @param fine whether it will do
 * @param found what is there: a version, an amount, or what is wrong
 * @param purpose what it is for, one sentence
 * @param remedy what to do about it; an empty text when it will do
 */
public record Finding(
    String name, Need need, boolean fine, String found, String purpose, String remedy) {

  /** It will do. */
  static Finding fine(String name, Need need, String found, String purpose) {
    return new Finding(name, need, true, found, purpose, "");
  }

  /** It will not do. */
  static Finding wrong(String name, Need need, String found, String purpose, String remedy) {
    return new Finding(name, need, false, found, purpose, remedy);
  }

  /** Whether nothing works like this. */
  public boolean stops() {
    return !fine && need == Need.ALWAYS;
  }

  /** What is missing, why it matters, what to do. */
  public String complaint() {
    return "%s: %s. %s %s".formatted(name, found, purpose, remedy).strip();
  }
}
