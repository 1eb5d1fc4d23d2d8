package dev.atoll.coder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaPortsTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.27.1", "v2.27.1", "2.27", "2.36.0", "2.30.9-rc.1"})
  void olderReplicasDialTheRelayAlone(String version) {
    assertThat(ReplicaPorts.of(version))
        .hasValueSatisfying(row -> assertThat(row.ports()).containsExactly(8080));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.38.0", "v2.38.1"})
  void newerReplicasDialTheClusterPortToo(String version) {
    assertThat(ReplicaPorts.of(version))
        .hasValueSatisfying(row -> assertThat(row.ports()).containsExactly(6222, 8080));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.26.9", "2.37.0", "2.39.0", "3.27.1", "latest", "", "2", "2.27x"})
  void whatTheTableDoesNotKnowIsUnknown(String version) {
    assertThat(ReplicaPorts.of(version)).isEmpty();
  }
}
