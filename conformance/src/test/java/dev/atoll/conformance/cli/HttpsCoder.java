package dev.atoll.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A few of Coder's answers over real HTTPS on loopback, with a certificate of its own. */
final class HttpsCoder implements AutoCloseable {

  private static final String PASSWORD = "loopback";

  private final HttpsServer server;
  private final Path authority;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private HttpsCoder(HttpsServer server, Path authority) {
    this.server = server;
    this.authority = authority;
  }

  /**
   * Starts it.
   *
   * @param name what its certificate is for, {@code dns:localhost}
   */
  static HttpsCoder start(Path folder, String name) throws Exception {
    Path keys = keys(folder, name);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    Path authority = folder.resolve("authority.pem");
    Files.writeString(
        authority,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate("coder").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    HttpsCoder coder = new HttpsCoder(server, authority);
    server.createContext("/", coder::answer);
    server.start();
    return coder;
  }

  private static Path keys(Path folder, String name) throws IOException, InterruptedException {
    Path file = folder.resolve("keys.p12");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of("-genkeypair", "-alias", "coder", "-keyalg", "EC"));
    words.addAll(List.of("-dname", "CN=coder", "-ext", "san=" + name, "-validity", "7"));
    words.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString()));
    words.addAll(List.of("-storepass", PASSWORD));
    int exit = new ProcessBuilder(words).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("keytool ended with " + exit);
    }
    return file;
  }

  private static SSLContext context(KeyStore store) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Answers that path with that status and body. */
  HttpsCoder answer(String path, int status, String body) {
    answers.put(path, status + " " + body);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    String[] answer =
        answers.getOrDefault(exchange.getRequestURI().getPath(), "404 {}").split(" ", 2);
    byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  Path authority() {
    return authority;
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
