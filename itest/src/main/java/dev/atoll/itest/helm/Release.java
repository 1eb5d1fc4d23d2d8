package dev.atoll.itest.helm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What helm installs under a name.
 *
 * @param name of the release, one of its kind in its namespace
 * @param namespace made when it is not there
 * @param chart a folder or an archive
 * @param values over those of the chart: strings, numbers, booleans, lists, maps
 * @param patience how long it may take until all is ready; zero does not wait
 */
public record Release(
    String name, String namespace, Path chart, Map<String, ?> values, Duration patience) {

  /** Copies the values. */
  public Release {
    values = Map.copyOf(values);
  }

  /** With the chart's own values, without waiting. */
  public static Release of(String name, String namespace, Path chart) {
    return new Release(name, namespace, chart, Map.of(), Duration.ZERO);
  }

  /** The same with these values instead. */
  public Release with(Map<String, ?> others) {
    return new Release(name, namespace, chart, others, patience);
  }

  /** The same, waiting until all is ready. */
  public Release waiting(Duration limit) {
    return new Release(name, namespace, chart, values, limit);
  }
}
