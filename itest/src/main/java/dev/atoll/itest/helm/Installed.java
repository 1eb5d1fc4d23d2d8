package dev.atoll.itest.helm;

/**
 * A release as the cluster has it.
 *
 * @param name of the release
 * @param namespace where its record is kept
 * @param revision counts up with every upgrade
 * @param status in helm's words: deployed, failed, pending-install …
 * @param chart name and version, such as {@code coder-2.27.1}; empty where helm does not say
 */
public record Installed(String name, String namespace, int revision, String status, String chart) {

  /** Whether all of it went in. */
  public boolean deployed() {
    return status.equals("deployed");
  }
}
