package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the container is given; making and starting it needs Docker and is not done here. */
class InContainerTest {

  private static final Pattern SETTING =
      Pattern.compile("^ {8}\"([A-Z_]+)\": \"([^\"]*)\",$", Pattern.MULTILINE);

  @Test
  void everyScriptIsCopiedAndOnlyOneIsAHook() {
    Map<String, Long> folders =
        InContainer.files().keySet().stream()
            .collect(
                Collectors.groupingBy(
                    path -> path.substring(0, path.lastIndexOf('/') + 1), Collectors.counting()));
    assertThat(folders)
        .isEqualTo(
            Map.of(
                "/etc/localstack/init/start.d/",
                1L,
                "/opt/atoll/gaps/",
                (long) Scripts.GAPS.size()));
  }

  @Test
  void theProcessIsSetTheSame() {
    Map<String, String> ofProcess =
        SETTING
            .matcher(Resources.text(Scripts.LAUNCH))
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    assertThat(ofProcess).isEqualTo(Settings.SHARED);
  }
}
