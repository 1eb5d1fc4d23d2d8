package dev.atoll.itest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said without Docker; making and starting the container needs it. */
class K3sTest {

  @Test
  void itHasTheMinorVersionOfTheProcess() {
    String minor = ControlPlaneInstaller.KUBERNETES.replaceFirst("\\.\\d+$", "");
    assertThat(K3s.IMAGE).startsWith("rancher/k3s:v" + minor + ".");
    assertThat(KubeApiTestDownload.VERSION).startsWith(minor + ".");
  }

  @Test
  void aRefusalSaysInOneLineWhatIsWithheld() {
    assertThat(K3s.reason("unable to apply caps", List.of("CAP_SYS_RESOURCE")))
        .isEqualTo(
            "it takes a privileged container, and this machine withholds CAP_SYS_RESOURCE"
                + " (unable to apply caps). The backend process does without.");
    assertThat(K3s.reason("no space left", List.of()))
        .startsWith("no space left. It takes a privileged container");
  }
}
