package dev.atoll.itest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeInterfaceReaderTest {

  @Test
  void managedNodesNameTheirCluster() {
    assertThat(NodeInterfaceReader.cluster(Map.of("eks:cluster-name", "coder"))).contains("coder");
  }

  @Test
  void otherNodesAreOwnedByTheirs() {
    assertThat(NodeInterfaceReader.cluster(Map.of("kubernetes.io/cluster/coder", "owned")))
        .contains("coder");
  }

  @Test
  void anInstanceThatIsNoNodeHasNone() {
    assertThat(NodeInterfaceReader.cluster(Map.of("Name", "bastion"))).isEmpty();
    assertThat(NodeInterfaceReader.cluster(Map.of("kubernetes.io/cluster/coder", "shared")))
        .isEmpty();
  }
}
