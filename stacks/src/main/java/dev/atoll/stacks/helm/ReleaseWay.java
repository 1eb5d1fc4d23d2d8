package dev.atoll.stacks.helm;

/** How Terraform brings a release into a cluster. What is installed is the same. */
public enum ReleaseWay {
  /** As {@code helm_release} of the provider helm. */
  PROVIDER,
  /** By the command {@code helm}, where the provider cannot be had: behind walls, on this root. */
  COMMAND
}
