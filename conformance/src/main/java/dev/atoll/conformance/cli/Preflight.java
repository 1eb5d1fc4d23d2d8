package dev.atoll.conformance.cli;

import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.process.SearchPath;
import java.util.ArrayList;
import java.util.List;

/** Looks for the programs that a run needs, before any work starts. */
final class Preflight {

  private Preflight() {}

  /** What is missing, one line each, by name. */
  static List<String> missing(SearchPath path) {
    List<String> missing = new ArrayList<>();
    if (path.find("node").isEmpty()) {
      missing.add(
          "No node on the PATH. CDKTF, which writes the Terraform JSON, runs on it. Install"
              + " Node.js 18 or newer.");
    }
    if (path.find("terraform").isEmpty()) {
      missing.add(
          "No terraform on the PATH. It plans and applies what is synthesized. Install Terraform"
              + " 1.11 or newer.");
    }
    LocalStack.missing(path).ifPresent(missing::add);
    return missing;
  }
}
