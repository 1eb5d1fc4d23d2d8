package dev.atoll.stacks.layout;

/** The ways to cut a deployment into root modules. What is deployed is the same. */
public enum Layout {
  /** One root with one state: a single {@code terraform apply}. */
  SINGLE,
  /** A root with a state of its own for every layer and Region: smaller pieces, in order. */
  LAYERED
}
