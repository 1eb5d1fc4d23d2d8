package dev.atoll.itest.loadbalancer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A case of the controller's table.
 *
 * @param name its name
 * @param source where it is known from
 * @param annotations of its Service, with their prefix
 * @param expected what comes of it
 * @param deployed what is left when AWS refuses a part; as expected where AWS refuses nothing
 */
record Case(
    String name,
    String source,
    Map<String, String> annotations,
    List<String> expected,
    List<String> deployed) {

  static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    Map<String, String> base = new TreeMap<>();
    Draft draft = null;
    for (String line : text().lines().toList()) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "", "#" -> {}
        case "base" -> put(base, words[1]);
        case "case" -> {
          Optional.ofNullable(draft).map(Draft::done).ifPresent(cases::add);
          draft = new Draft(words[1], new TreeMap<>(base), new ArrayList<>(), new ArrayList<>());
        }
        case "source" -> draft.source.append(words[1]);
        case "set" -> put(draft.annotations, words[1]);
        case "drop" -> draft.annotations.remove(PREFIX + words[1]);
        case "expect" -> draft.expected.add(words[1]);
        case "deploy" -> draft.deployed.add(words[1]);
        default -> throw new IllegalArgumentException("Not understood: " + line);
      }
    }
    Optional.ofNullable(draft).map(Draft::done).ifPresent(cases::add);
    return cases;
  }

  private static void put(Map<String, String> annotations, String pair) {
    String[] parts = pair.split("=", 2);
    annotations.put(PREFIX + parts[0], parts[1]);
  }

  /** The same case with real ids in the place of its names for them. */
  Case with(Map<String, String> ids) {
    Map<String, String> real = new TreeMap<>();
    annotations.forEach((key, value) -> real.put(key, replaced(value, ids)));
    return new Case(
        name,
        source,
        real,
        expected.stream().map(line -> replaced(line, ids)).toList(),
        deployed.stream().map(line -> replaced(line, ids)).toList());
  }

  private static String replaced(String text, Map<String, String> ids) {
    String replaced = text;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      replaced = replaced.replace(id.getKey(), id.getValue());
    }
    return replaced;
  }

  @Override
  public String toString() {
    return name;
  }

  private static String text() {
    try (InputStream stream = ServiceModel.class.getResourceAsStream("cases.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Draft(
      String name,
      Map<String, String> annotations,
      List<String> expected,
      List<String> deployed,
      StringBuilder source) {

    Draft(
        String name,
        Map<String, String> annotations,
        List<String> expected,
        List<String> deployed) {
      this(name, annotations, expected, deployed, new StringBuilder());
    }

    Case done() {
      return new Case(
          name,
          source.toString(),
          annotations,
          List.copyOf(expected),
          deployed.isEmpty() ? List.copyOf(expected) : List.copyOf(deployed));
    }
  }
}
