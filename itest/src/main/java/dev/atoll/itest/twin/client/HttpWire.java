package dev.atoll.itest.twin.client;

import dev.atoll.traffic.Request;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP/1.1 on a connection: one request, one answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
final class HttpWire {

  private static final int MOST = 64 << 20;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /** The first lines of an answer. */
  record Head(int status, Map<String, List<String>> headers) {
    Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  private final InputStream in;
  private final OutputStream out;

  HttpWire(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  void write(Request request, Map<String, String> more) throws IOException {
    byte[] body = request.body().orElse("").getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", request.uri().getRawAuthority());
    headers.putAll(more);
    headers.putAll(request.headers());
    if (request.body().isPresent()) {
      headers.put("Content-Length", String.valueOf(body.length));
    }
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append(' ').append(target(request)).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    text.append("\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.write(body);
    out.write(whole.toByteArray());
    out.flush();
  }

  private static String target(Request request) {
    String path = request.uri().getRawPath();
    String query = request.uri().getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  Head head() throws IOException {
    String[] status = line().split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("\\d{3}")) {
      throw new IOException("the answer is not HTTP: " + String.join(" ", status));
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IOException("no header: " + line);
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).trim());
    }
    return new Head(Integer.parseInt(status[1]), headers);
  }

  String body(Head head, String method) throws IOException {
    boolean none =
        method.equals("HEAD") || head.status() == NO_CONTENT || head.status() == NOT_MODIFIED;
    byte[] bytes =
        none
            ? new byte[0]
            : head.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()
                ? chunks()
                : head.header("content-length").isPresent()
                    ? exactly(Integer.parseInt(head.header("content-length").get()))
                    : in.readNBytes(MOST);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().replaceFirst(";.*", "").trim(), 16);
      all.write(exactly(size));
      if (size > 0) {
        line();
      } else {
        while (!line().isEmpty()) {
          // Trailers say nothing that anybody here asks for.
        }
        return all.toByteArray();
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    if (length > MOST) {
      throw new IOException("an answer of %d bytes".formatted(length));
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(
          "the connection ended after %d of %d bytes".formatted(bytes.length, length));
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException("the connection ended before the answer was complete");
      }
      line.write(one);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
