package dev.atoll.itest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What can be said without Docker; making and starting the container needs it. */
class K3sTest {

  @Test
  void itHasTheMinorVersionOfTheProcess() {
    String minor = ControlPlaneInstaller.KUBERNETES.replaceFirst("\\.\\d+$", "");
    assertThat(K3s.IMAGE).startsWith("rancher/k3s:v" + minor + ".");
    assertThat(KubeApiTestDownload.VERSION).startsWith(minor + ".");
  }
}
