package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the twin's tests again and again, for {@code make twin-repeat}. No build runs it by itself:
 * its name is not that of a test.
 */
class TwinRepeat {

  private final int times = Integer.getInteger("twin.times", 20);
  private final LauncherDiscoveryRequest tests =
      LauncherDiscoveryRequestBuilder.request()
          .selectors(selectPackage(TwinRepeat.class.getPackageName()))
          .filters(
              includeClassNamePatterns(
                  ".*\\.(%s)".formatted(System.getProperty("twin.tests", ".*Test"))))
          .build();

  /** How often each test failed, and how. */
  private final Map<String, String> failed = new TreeMap<>();

  @Test
  void noTestFailsInAnyRun() {
    Launcher launcher = LauncherFactory.create();
    for (int run = 1; run <= times; run++) {
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      launcher.execute(tests, listener);
      TestExecutionSummary summary = listener.getSummary();
      assertThat(summary.getTestsStartedCount()).as("tests that were found").isPositive();
      note(run, summary);
    }
    assertThat(failed).isEmpty();
  }

  private void note(int run, TestExecutionSummary summary) {
    System.out.printf(
        "run %d of %d: %d passed, %d failed, %d s%n",
        run,
        times,
        summary.getTestsSucceededCount(),
        summary.getTotalFailureCount(),
        (summary.getTimeFinished() - summary.getTimeStarted()) / 1000);
    for (TestExecutionSummary.Failure failure : summary.getFailures()) {
      String test = failure.getTestIdentifier().getUniqueId();
      String how = "in run %d: %s".formatted(run, failure.getException());
      System.out.println(test + " " + how);
      failed.merge(test, how, (before, now) -> before + "\n" + now);
    }
  }
}
