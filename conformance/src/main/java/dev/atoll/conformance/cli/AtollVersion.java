package dev.atoll.conformance.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class AtollVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"atoll " + text()};
  }

  static String text() {
    String version = Atoll.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
