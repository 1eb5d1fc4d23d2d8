package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the executable jar must bring although no code of this module names it. */
class ClassPathTest {

  @Test
  void theEmulatorCanBeStartedInAContainer() {
    assertThat(
            ClassPathTest.class
                .getClassLoader()
                .getResource("org/testcontainers/containers/localstack/LocalStackContainer.class"))
        .isNotNull();
  }
}
