package dev.atoll.itest.kubernetes.read;

import dev.atoll.facts.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Go writes them, and with it Kubernetes: {@code 1h30m}, {@code 1.5h}, {@code 300ms},
 * {@code 0}.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">time.ParseDuration</a>
 */
final class GoDuration {

  private static final String PART = "(\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})(ns|us|µs|μs|ms|s|m|h)";
  private static final Pattern ONE = Pattern.compile(PART);
  private static final Pattern WHOLE = Pattern.compile("\\+?(?:0|(?:" + PART + ")+)");

  private static final Map<String, Long> NANOSECONDS =
      Map.of(
          "ns",
          1L,
          "us",
          1_000L,
          "µs",
          1_000L,
          "μs",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          1_000_000_000L,
          "m",
          60_000_000_000L,
          "h",
          3_600_000_000_000L);

  private GoDuration() {}

  /** Reads one that is not negative; whatever else it is, it is unknown. */
  static Value<Duration> read(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Value.unknown("%s is no duration".formatted(text));
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = ONE.matcher(text); part.find(); ) {
      BigDecimal nanoseconds =
          new BigDecimal(part.group(1))
              .multiply(BigDecimal.valueOf(NANOSECONDS.get(part.group(2))));
      sum = sum.plus(Duration.ofNanos(nanoseconds.longValue()));
    }
    return Value.known(sum);
  }
}
