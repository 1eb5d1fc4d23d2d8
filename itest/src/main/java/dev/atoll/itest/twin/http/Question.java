package dev.atoll.itest.twin.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a server received it.
 *
 * @param method {@code GET} …
 * @param host the host that was asked for, without a port, in lower case
 * @param path the decoded path
 * @param query the decoded query
 * @param headers its headers, names in lower case
 * @param cookies its cookies
 * @param body its body as text
 * @param peer the address on the other side of the connection
 * @param upgrade whether it asks for a WebSocket
 */
public record Question(
    String method,
    String host,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> cookies,
    String body,
    String peer,
    boolean upgrade) {

  public Question {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
    cookies = Map.copyOf(cookies);
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Method and path, for switches. */
  public String route() {
    return method + " " + path;
  }

  /** The parts of the path. */
  public List<String> segments() {
    return List.of(path.substring(1).split("/"));
  }
}
