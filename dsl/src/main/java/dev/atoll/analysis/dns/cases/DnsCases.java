package dev.atoll.analysis.dns.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the table; its head says how a line is written. */
public final class DnsCases {

  private static final String TABLE = "route53.txt";

  private final Map<String, URI> sources = new HashMap<>();
  private final List<DnsCase> cases = new ArrayList<>();
  private WrittenWorld world = new WrittenWorld("");

  private DnsCases() {}

  /** The table that comes with this. */
  public static List<DnsCase> table() {
    try (InputStream text = DnsCases.class.getResourceAsStream(TABLE)) {
      return read(new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The cases in some lines.
   *
   * @throws IllegalArgumentException for a line that is none, with its number
   */
  public static List<DnsCase> read(List<String> lines) {
    DnsCases reading = new DnsCases();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      try {
        if (!line.isEmpty() && !line.startsWith("#")) {
          reading.line(number, line);
        }
      } catch (RuntimeException wrong) {
        throw new IllegalArgumentException(
            "Line %d, \"%s\": %s".formatted(number, line, wrong.getMessage()), wrong);
      }
    }
    return List.copyOf(reading.cases);
  }

  private void line(int number, String line) {
    Words words = new Words(line);
    String kind = words.next();
    switch (kind) {
      case "source" -> sources.put(words.next(), URI.create(words.next()));
      case "world" -> world = new WrittenWorld(words.rest());
      case "ask" -> cases.add(world.ask(number, words, sources));
      default -> world.add(kind, words);
    }
  }
}
