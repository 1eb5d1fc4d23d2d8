package dev.atoll.conformance.diagnose;

/** One step of a troubleshooting list. Asks only; never throws for what is answered. */
interface Step {

  /** What is asked, as a person would put it. */
  String question();

  /** Takes it. */
  Result take(Scene scene);
}
