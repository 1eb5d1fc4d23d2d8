package dev.atoll.itest.twin.standin;

import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One request over a socket of its own, with any Host that one likes. */
public final class Wire {

  private Wire() {}

  public static Response send(String from, InetSocketAddress to, Request request)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(to, 2_000);
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(text(request).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return read(socket.getInputStream(), to);
    }
  }

  private static String text(Request request) {
    String body = request.body().orElse("");
    String query = request.uri().getRawQuery() == null ? "" : "?" + request.uri().getRawQuery();
    String path = request.uri().getRawPath().isEmpty() ? "/" : request.uri().getRawPath();
    StringBuilder text =
        new StringBuilder("%s %s%s HTTP/1.1\r\n".formatted(request.method(), path, query));
    text.append("Host: ").append(request.uri().getAuthority()).append("\r\n");
    request.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    text.append("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n");
    return text.append(body).toString();
  }

  private static Response read(InputStream in, InetSocketAddress from) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", -1)[1]);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.merge(
          header.substring(0, colon).toLowerCase(Locale.ROOT),
          List.of(header.substring(colon + 1).strip()),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    String body = new String(body(in, headers), StandardCharsets.UTF_8);
    return new Response(status, headers, body, from.getHostString(), Duration.ZERO);
  }

  private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
    if (!headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
      return in.readNBytes(
          Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).get(0)));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunk(in); size > 0; size = chunk(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", -1)[0], 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("no answer");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
