package dev.atoll.itest.twin.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Listens for plain HTTP at one address. Connections stay open until a side closes them. */
public final class HttpListener implements AutoCloseable {

  private static final int MOST_THREADS = 16;

  private final Server server;

  private HttpListener(Server server) {
    this.server = server;
  }

  /**
   * Listens.
   *
   * @param name names its threads, of which there are at most 16
   * @param at the address
   * @param site answers
   * @throws IOException when the address is taken
   */
  public static HttpListener open(String name, InetSocketAddress at, Site site) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2, 5_000);
    threads.setName(name);
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 0, 1, new HttpConnectionFactory(quiet()));
    connector.setHost(at.getAddress().getHostAddress());
    connector.setPort(at.getPort());
    connector.setIdleTimeout(-1);
    server.addConnector(connector);
    ServerWebSocketContainer conversations = ServerWebSocketContainer.ensure(server);
    conversations.setIdleTimeout(Duration.ZERO);
    server.setHandler(new Dispatch(site, conversations));
    server.setStopTimeout(0);
    try {
      server.start();
    } catch (Exception e) {
      HttpListener failed = new HttpListener(server);
      failed.close();
      throw new IOException(name + " cannot listen at " + at + ": " + e.getMessage(), e);
    }
    return new HttpListener(server);
  }

  // Nothing that differs from run to run.
  private static HttpConfiguration quiet() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    return configuration;
  }

  /** Breaks every connection and stops listening. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("A listener cannot be stopped: " + e.getMessage(), e);
    }
  }

  private static final class Dispatch extends Handler.Abstract {
    private final Site site;
    private final ServerWebSocketContainer conversations;

    Dispatch(Site site, ServerWebSocketContainer conversations) {
      this.site = site;
      this.conversations = conversations;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Answer answer = site.answer(Questions.of(request));
      if (answer.status() == Answer.CONVERSE.status()) {
        return conversations.upgrade(
            (asked, agreed, done) -> new Echo(), request, response, callback);
      }
      response.setStatus(answer.status());
      answer.headers().forEach(each -> response.getHeaders().add(each.name(), each.value()));
      if (!answer.type().isEmpty()) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
      }
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length(answer));
      Content.Sink.write(
          response, true, "HEAD".equals(request.getMethod()) ? "" : answer.body(), callback);
      return true;
    }

    private static String length(Answer answer) {
      return String.valueOf(answer.body().getBytes(StandardCharsets.UTF_8).length);
    }
  }
}
