package dev.atoll.stacks.helm;

/** How Terraform brings a release into a cluster. What is installed is the same. */
public enum ReleaseWay {
  /** As {@code helm_release} of the provider helm. */
  PROVIDER("helm_release"),
  /** By the commands {@code aws} and {@code helm}, for machines that the provider cannot reach. */
  COMMAND("terraform_data");

  private final String type;

  ReleaseWay(String type) {
    this.type = type;
  }

  /** The resource type of a release. */
  String type() {
    return type;
  }
}
