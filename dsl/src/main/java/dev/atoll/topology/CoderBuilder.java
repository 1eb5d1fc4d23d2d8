package dev.atoll.topology;

import dev.atoll.facts.Source;

/** Describes Coder itself, the same in every Region. */
public final class CoderBuilder implements Builder {

  /** The version that the documents deploy. */
  public static final String DOCUMENTED_VERSION = "2.27.1";

  private Source at;
  private String version = DOCUMENTED_VERSION;

  CoderBuilder(Source at) {
    this.at = at;
  }

  /** The version of chart and image, such as {@code 2.27.1}. */
  public CoderBuilder version(String version) {
    this.at = Builder.calledAt(".coder(coder -> coder.version(\"" + version + "\"))");
    this.version = version;
    return this;
  }

  CoderDesign design() {
    return new CoderDesign(at, version);
  }
}
