package dev.atoll.conformance.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.atoll.practice.EvidenceKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the suite's JUnit classes, those that give evidence which the run is about. */
public final class Suite {

  private Suite() {}

  /**
   * Runs them, in the order from the cheapest evidence to the strongest.
   *
   * @return what kept evidence from being gained: problems around us, not verdicts
   */
  public static List<Trouble> run(Run run) {
    try (LauncherSession session = LauncherFactory.openSession(config())) {
      session.getStore().put(RunParameter.SESSION, Run.class, run);
      TroubleListener listener = new TroubleListener();
      session.getLauncher().execute(request(run), listener);
      return listener.troubles();
    }
  }

  // Nothing that happens to lie on the class path takes part.
  private static LauncherConfig config() {
    return LauncherConfig.builder()
        .enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false)
        .enablePostDiscoveryFilterAutoRegistration(false)
        .build();
  }

  private static LauncherDiscoveryRequest request(Run run) {
    List<DiscoverySelector> classes = new ArrayList<>();
    if (!run.wanting(EvidenceKind.MODEL).isEmpty()) {
      classes.add(selectClass(ModelConformance.class));
    }
    if (!run.wanting(EvidenceKind.PLAN).isEmpty()) {
      classes.add(selectClass(ConfigurationConformance.class));
    }
    if (PromiseConformance.IDS.stream().anyMatch(run::isAbout)) {
      classes.add(selectClass(PromiseConformance.class));
    }
    if (!run.wanting(EvidenceKind.APPLIED).isEmpty()
        || !TwinTrial.rows(run).isEmpty()
        || run.wanting(EvidenceKind.CLUSTER).stream()
            .anyMatch(practice -> !ReleaseConformance.IDS.contains(practice.about().id()))) {
      classes.add(selectClass(AppliedConformance.class));
    }
    if (ReleaseConformance.IDS.stream().anyMatch(run::isAbout)) {
      classes.add(selectClass(ReleaseConformance.class));
    }
    return LauncherDiscoveryRequestBuilder.request().selectors(classes).build();
  }
}
