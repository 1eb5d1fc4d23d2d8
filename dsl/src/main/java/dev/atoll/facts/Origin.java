package dev.atoll.facts;

/** Where a fact was read; it decides which kind of evidence a judgement over it is. */
public enum Origin {
  /** Projected from the fluent model, before anything is synthesized. */
  TOPOLOGY,
  /** Terraform configuration as written: synthesized JSON or HCL. */
  CONFIGURATION,
  /** {@code terraform show -json} of a plan. */
  PLAN,
  /** {@code terraform show -json} of a state. */
  STATE,
  /** Read back through AWS APIs from the emulator after apply. */
  APPLIED,
  /** Read back from a Kubernetes API server. */
  CLUSTER,
  /** Read from the real account or cluster. */
  LIVE
}
