package dev.atoll.itest.twin.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server answers.
 *
 * @param status the HTTP status
 * @param type the media type; empty for no body
 * @param body the body
 * @param headers more headers, a name may stand there twice
 */
public record Answer(int status, String type, String body, List<Header> headers) {

  // Always the same order, or bytes would differ from run to run.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** Agrees to a WebSocket, which sends back what it is sent. */
  public static final Answer CONVERSE = new Answer(101, "", "", List.of());

  /** A header. */
  public record Header(String name, String value) {}

  public Answer {
    headers = List.copyOf(headers);
  }

  /** No body. */
  public static Answer empty(int status) {
    return new Answer(status, "", "", List.of());
  }

  /** Plain text. */
  public static Answer text(int status, String text) {
    return new Answer(status, "text/plain; charset=utf-8", text, List.of());
  }

  /** A page. */
  public static Answer html(int status, String page) {
    return new Answer(status, "text/html; charset=utf-8", page, List.of());
  }

  /** JSON from maps, lists, texts, numbers and trees. */
  public static Answer json(int status, Object tree) {
    try {
      return new Answer(status, "application/json", JSON.writeValueAsString(tree), List.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  /** Sends the client somewhere else. */
  public static Answer redirect(int status, String location) {
    return empty(status).with("Location", location);
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    List<Header> all = new ArrayList<>(headers);
    all.add(new Header(name, value));
    return new Answer(status, type, body, all);
  }
}
