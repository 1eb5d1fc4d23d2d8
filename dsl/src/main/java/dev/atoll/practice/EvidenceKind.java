package dev.atoll.practice;

import dev.atoll.facts.Origin;

/** The kinds of evidence, from the cheapest to the strongest. */
public enum EvidenceKind {
  /** The fluent model, before anything is synthesized. */
  MODEL,
  /** Terraform JSON, a plan or a state. */
  PLAN,
  /** A real {@code terraform apply} against an AWS emulator, read back through AWS APIs. */
  APPLIED,
  /** A real Kubernetes API server, read back. */
  CLUSTER,
  /** Real bytes on real sockets. */
  TRAFFIC,
  /** The real account, read-only. */
  LIVE;

  /** The kind of evidence that a judgement over facts of this origin is. */
  public static EvidenceKind of(Origin origin) {
    return switch (origin) {
      case TOPOLOGY -> MODEL;
      case CONFIGURATION, PLAN, STATE -> PLAN;
      case APPLIED -> APPLIED;
      case CLUSTER -> CLUSTER;
      case LIVE -> LIVE;
    };
  }
}
