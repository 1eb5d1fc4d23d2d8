package dev.atoll.itest.kubernetes.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "5m, PT5M",
    "1h0m0s, PT1H",
    "1.5h, PT1H30M",
    "2h30m10s, PT2H30M10S",
    "300ms, PT0.3S",
    "1us, PT0.000001S",
    "0, PT0S",
    "0s, PT0S"
  })
  void asGoWritesThem(String text, Duration duration) {
    assertThat(GoDuration.read(text).asOptional()).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "1d", "5 m", "-5m", "m", "PT5M", "1h5"})
  void nothingElseIsOne(String text) {
    assertThat(GoDuration.read(text).asOptional()).isEmpty();
  }
}
