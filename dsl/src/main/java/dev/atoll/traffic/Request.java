package dev.atoll.traffic;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request. Immutable.
 *
 * @param method {@code GET}, {@code POST} …
 * @param uri where to, with scheme and host
 * @param headers its headers
 * @param body its body; empty for none
 */
public record Request(String method, URI uri, Map<String, String> headers, Optional<String> body) {

  public Request {
    headers = Map.copyOf(headers);
  }

  /** Asks for that address. */
  public static Request get(String uri) {
    return new Request("GET", URI.create(uri), Map.of(), Optional.empty());
  }

  /** Sends JSON there. */
  public static Request post(String uri, String json) {
    return new Request(
        "POST", URI.create(uri), Map.of("Content-Type", "application/json"), Optional.of(json));
  }

  /** The same with one more header. */
  public Request with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Request(method, uri, all, body);
  }
}
