package dev.atoll.itest.loadbalancer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The annotations of a Service that are meant for the controller.
 *
 * @param all every annotation of the Service
 * @see <a
 *     href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/">Service
 *     annotations</a>
 */
record Annotations(Map<String, String> all) {

  private static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

  Annotations {
    all = Map.copyOf(all);
  }

  /** One by the end of its name, such as {@code scheme}. */
  Optional<String> text(String suffix) {
    return Optional.ofNullable(all.get(PREFIX + suffix));
  }

  /** Whether it says {@code true}. */
  boolean flag(String suffix) {
    return text(suffix).filter("true"::equals).isPresent();
  }

  /** A number. */
  int number(String suffix, int otherwise) throws Refusal {
    String text = text(suffix).orElse(Integer.toString(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal(
          "failed to parse int32 annotation, %s%s: %s".formatted(PREFIX, suffix, text), e);
    }
  }

  /** Values between commas. */
  List<String> list(String suffix) {
    return Arrays.stream(text(suffix).orElse("").split(","))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** {@code key=value} between commas. */
  Map<String, String> map(String suffix) throws Refusal {
    Map<String, String> map = new TreeMap<>();
    for (String pair : list(suffix)) {
      String[] parts = pair.split("=", 2);
      if (parts.length < 2 || parts[0].isBlank()) {
        throw new Refusal(
            "failed to parse stringMap annotation, %s%s: %s".formatted(PREFIX, suffix, pair));
      }
      map.put(parts[0].strip(), parts[1].strip());
    }
    return map;
  }
}
