package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.coder.Licence;
import dev.atoll.practice.Severity;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write ourselves has no error, and just the warnings that its topology has earned. */
class OwnOutputTest {

  @TempDir private Path folder;

  @Test
  void theDocumentsTopologyHasItsLicencePendingAndNeedsAQuota() {
    Deployment deployment = Deployment.of(new CoderDemo().topology());
    Synthesis.write(deployment, folder);
    Path written = Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), deployment.parts().get(0));
    TerraformEstate estate = TerraformEstate.read(List.of(written), folder, List.of());
    Licence pending =
        new Licence(
            new Source(Origin.CONFIGURATION, "--licence"),
            new Ref("--licence"),
            Licence.State.PENDING,
            Optional.of("asked for"));
    Facts facts = estate.reading().facts().and(List.of(pending));
    AuditReport report = AuditReport.of(Audit.of(facts), estate, Baseline.NONE, folder);

    assertThat(report.count(Severity.ERROR)).isZero();
    assertThat(report.open(Severity.WARNING))
        .extracting(entry -> entry.finding().practice().id())
        .containsExactlyInAnyOrder("CDR-8", "LB-9");
  }
}
