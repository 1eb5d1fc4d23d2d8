package dev.atoll.conformance.audit;

import dev.atoll.conformance.read.TerraformEstate;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Terraform of our own writing, one folder per class of defect. */
final class Fixtures {

  private Fixtures() {}

  static Path folder(String name) {
    try {
      return Path.of(Fixtures.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static AuditReport report(Path folder) {
    return report(folder, Baseline.NONE);
  }

  static AuditReport report(Path folder, Baseline baseline) {
    TerraformEstate estate = TerraformEstate.read(List.of(folder), folder, List.of());
    return AuditReport.of(Audit.of(estate.reading().facts()), estate, baseline, folder);
  }

  /** The practices that have findings in it, worse than notes. */
  static Set<String> failing(String name) {
    Set<String> ids = new TreeSet<>();
    report(folder(name))
        .open(dev.atoll.practice.Severity.WARNING)
        .forEach(entry -> entry.practices().forEach(about -> ids.add(about.id())));
    return ids;
  }
}
