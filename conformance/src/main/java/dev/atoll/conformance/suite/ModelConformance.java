package dev.atoll.conformance.suite;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Evidence from the model, before anything is synthesized. */
@ExtendWith(RunParameter.class)
class ModelConformance {

  @TestFactory
  Stream<DynamicTest> model(Run run) {
    return Verdicts.over(run, run.topology().facts(), Reading.of("the topology"));
  }
}
