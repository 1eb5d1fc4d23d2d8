package dev.atoll.conformance.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class AtollVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Atoll.class.getPackage().getImplementationVersion();
    return new String[] {"atoll " + (version == null ? "(not from a jar)" : version)};
  }
}
