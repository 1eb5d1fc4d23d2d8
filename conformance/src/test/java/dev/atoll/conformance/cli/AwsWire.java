package dev.atoll.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes calls of AWS SDKs on, and writes down what each of them asks, as it is on the wire: the
 * action of the query protocol, the target of the JSON ones, the method of the others.
 */
final class AwsWire implements AutoCloseable {

  private static final Set<String> OWN = Set.of("host", "connection", "content-length", "expect");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([^&]+)");

  private final URI behind;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  private volatile String refused = "";

  private AwsWire(URI behind, HttpServer server) {
    this.behind = behind;
    this.server = server;
  }

  /** Stands before that endpoint from now on. */
  static AwsWire before(URI endpoint) throws IOException {
    AwsWire wire =
        new AwsWire(
            endpoint,
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    wire.server.setExecutor(wire.threads);
    wire.server.createContext("/", wire::pass);
    wire.server.start();
    return wire;
  }

  /** From now on answers that call of a query protocol as AWS does whoever may not ask for it. */
  void refuse(String call) {
    refused = call;
  }

  private static void refusal(HttpExchange exchange, String call) throws IOException {
    byte[] text =
        """
        <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
        <Message>User: arn:aws:iam::123456789012:user/reader is not authorized to perform \
        this, namely %s</Message></Error><RequestId>1</RequestId></ErrorResponse>
        """
            .formatted(call)
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(403, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String call = call(exchange, new String(body, StandardCharsets.UTF_8));
    calls.add(call);
    if (call.equals(refused)) {
      refusal(exchange, call);
      return;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try (exchange) {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("content-type")
          .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String call(HttpExchange exchange, String body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.replaceFirst(".*\\.", "");
    }
    Matcher action = ACTION.matcher(body);
    if (action.find()) {
      return URLDecoder.decode(action.group(1), StandardCharsets.UTF_8);
    }
    return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
  }

  /** Where it answers. */
  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** {@code DescribeVpcs}, {@code ListSecrets}, {@code GET /2013-04-01/hostedzone} …, in order. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
