package dev.atoll.itest.twin.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.twin.coder.Licence;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays one line of a table: what is given, the requests, and the comparison with the answer. */
public abstract class Script implements AutoCloseable {

  private static final Pattern REQUEST =
      Pattern.compile(
          "(?<method>[A-Z]+) (?<url>http\\S+)(?: as (?<who>\\S+))?(?: on replica"
              + " (?<replica>\\d))?");
  private static final Pattern SETTING = Pattern.compile("([A-Z0-9_]+)(?:=(.*)| unset)");
  private static final Pattern LATER = Pattern.compile("(\\d+) s later");

  protected final Stage stage;
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private Response last = new Response(0, Map.of(), "", "", Duration.ZERO);

  protected Script(Stage stage, String... databases) {
    this.stage = stage;
    try {
      for (String database : databases) {
        stage.empty(database);
      }
    } catch (SQLException e) {
      throw new AssertionError("the databases are not empty", e);
    }
  }

  /** Starts the servers with settings other than the chart's; an empty one is unset. */
  protected abstract void start(Map<String, Optional<String>> settings, String replicas)
      throws IOException;

  /** Does what only this stand-in's table says. */
  protected abstract void act(String what) throws IOException;

  protected abstract InetSocketAddress address(int replica, String host);

  /** Lets time pass. */
  protected void pass(Duration span) {
    stage.clock.advance(span);
  }

  /** The header by which somebody says who he is. */
  protected abstract Map.Entry<String, String> credentials(String who);

  protected abstract List<String> log();

  @Override
  public abstract void close();

  public final void play(Behaviour line) throws IOException {
    Map<String, Optional<String>> settings = new LinkedHashMap<>();
    List<String> given = Arrays.stream(line.given().split(";", -1)).map(String::strip).toList();
    String replicas = "";
    for (String each : given) {
      Matcher setting = SETTING.matcher(each);
      if (setting.matches()) {
        settings.put(setting.group(1), Optional.ofNullable(setting.group(2)));
      } else if (each.startsWith("two replicas")) {
        replicas = each;
      }
    }
    start(settings, replicas);
    for (String each : given) {
      if (!SETTING.matcher(each).matches() && !each.startsWith("two replicas")) {
        happen(each);
      }
    }
    for (String step : line.request().split(" then ", -1)) {
      if (step.contains("://")) {
        ask(step);
      } else {
        happen(step);
      }
    }
    compare(line.answer());
  }

  private void happen(String what) throws IOException {
    Matcher later = LATER.matcher(what);
    if (later.matches()) {
      pass(Duration.ofSeconds(Long.parseLong(later.group(1))));
      return;
    }
    switch (what) {
      case "nothing" -> {}
      case "database cut" -> stage.writer.cut();
      case "database cut and back" -> {
        stage.writer.cut();
        stage.writer.restore();
      }
      case "path cut" -> stage.cutPath(true);
      case "path back" -> stage.cutPath(false);
      default -> act(what);
    }
  }

  private void ask(String step) throws IOException {
    String[] parts = step.split("; ", -1);
    Matcher asked = REQUEST.matcher(parts[0]);
    assertThat(asked.matches()).as("a request: " + parts[0]).isTrue();
    URI uri = URI.create(asked.group("url").replace("{state}", state()));
    Request request = new Request(asked.group("method"), uri, Map.of(), Optional.empty());
    if (asked.group("who") != null) {
      Map.Entry<String, String> who = credentials(asked.group("who"));
      request = request.with(who.getKey(), who.getValue());
    }
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      request = with(request, part);
    }
    Map<String, String> kept = cookies.computeIfAbsent(uri.getHost(), host -> new HashMap<>());
    if (!kept.isEmpty()) {
      StringBuilder all = new StringBuilder();
      kept.forEach((name, value) -> all.append(name + "=" + value + "; "));
      request = request.with("Cookie", all.substring(0, all.length() - 2));
    }
    int replica = asked.group("replica") == null ? 1 : Integer.parseInt(asked.group("replica"));
    last = Wire.send(Stage.CLIENT, address(replica, uri.getHost()), request);
    for (String cookie : last.headers().getOrDefault("set-cookie", List.of())) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      kept.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
  }

  private static Request with(Request request, String part) {
    if (part.equals("upgrade")) {
      return request
          .with("Connection", "Upgrade")
          .with("Upgrade", "websocket")
          .with("Sec-WebSocket-Version", "13")
          .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }
    if (part.startsWith("header ")) {
      int colon = part.indexOf(": ");
      return request.with(part.substring(7, colon), part.substring(colon + 2));
    }
    assertThat(part).startsWith("body ");
    return new Request(
            request.method(),
            request.uri(),
            request.headers(),
            Optional.of(filled(part.substring(5))))
        .with("Content-Type", "application/json");
  }

  private static String filled(String body) {
    Matcher licence = Pattern.compile("\\{licence ([^}]*)}").matcher(body);
    return licence.find()
        ? licence.replaceFirst(Licence.entitling(licence.group(1).split(" ", -1)))
        : body;
  }

  private String state() {
    Matcher state =
        Pattern.compile("[?&]state=([^&]+)").matcher(last.header("location").orElse(""));
    return state.find() ? state.group(1) : "none";
  }

  private void compare(String answer) {
    String[] parts = answer.split("; ", -1);
    assertThat(last.status()).as(last.body()).isEqualTo(Integer.parseInt(parts[0]));
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      compareOne(part.replace("{client}", Stage.CLIENT));
    }
  }

  private void compareOne(String part) {
    if (part.startsWith("no header ")) {
      assertThat(last.header(part.substring(10))).isEmpty();
    } else if (part.startsWith("header ")) {
      String[] words = part.split(" ", 3);
      compareText(
          String.join("\n", last.headers().getOrDefault(lower(words[1]), List.of())), words[2]);
    } else if (part.startsWith("log ")) {
      compareText(String.join("\n", log()), part.substring(4));
    } else {
      assertThat(part).startsWith("body ");
      compareText(last.body(), part.substring(5));
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static void compareText(String text, String wanted) {
    if (wanted.startsWith("has not ")) {
      assertThat(text).doesNotContain(wanted.substring(8));
    } else if (wanted.startsWith("has ")) {
      assertThat(text).contains(wanted.substring(4));
    } else {
      assertThat(wanted).startsWith("is");
      assertThat(text).isEqualTo(wanted.substring(2).strip());
    }
  }
}
