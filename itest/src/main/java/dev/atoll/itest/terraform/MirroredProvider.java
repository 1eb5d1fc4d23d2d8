package dev.atoll.itest.terraform;

import java.nio.file.Path;

/**
 * A provider in a mirror on this machine.
 *
 * @param source such as {@code registry.terraform.io/hashicorp/aws}
 * @param version such as {@code 5.100.0}
 * @param location its package for this platform: a folder, or a zip file
 * @param mirror the mirror it was found in
 */
record MirroredProvider(String source, String version, Path location, Path mirror) {

  private static final String DEFAULT_REGISTRY = "registry.terraform.io/";

  /** As people write it, such as {@code hashicorp/aws 5.100.0}. */
  @Override
  public String toString() {
    return (source.startsWith(DEFAULT_REGISTRY)
            ? source.substring(DEFAULT_REGISTRY.length())
            : source)
        + " "
        + version;
  }
}
