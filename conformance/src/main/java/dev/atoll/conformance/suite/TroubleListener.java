package dev.atoll.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Notes what failed without being a verdict. A verdict fails its test too, with an {@link
 * AssertionError}, and is in the evidence.
 */
final class TroubleListener implements TestExecutionListener {

  private final List<Trouble> troubles = new ArrayList<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result
        .getThrowable()
        .filter(cause -> !(cause instanceof AssertionError))
        .ifPresent(cause -> troubles.add(new Trouble(test.getDisplayName(), cause)));
  }

  List<Trouble> troubles() {
    return List.copyOf(troubles);
  }
}
