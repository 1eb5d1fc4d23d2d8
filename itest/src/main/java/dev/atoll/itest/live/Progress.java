package dev.atoll.itest.live;

import dev.atoll.traffic.Outcome.Failure;
import dev.atoll.traffic.Outcome.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Protocol;

/** How far one request came, and whom it reached. */
final class Progress extends EventListener {

  private volatile Stage stage = Stage.NAME;
  private volatile String server = "unknown";
  private volatile long sent = System.nanoTime();

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    stage = Stage.CONNECT;
    server = address.getAddress().getHostAddress();
  }

  @Override
  public void secureConnectStart(Call call) {
    stage = Stage.TLS;
  }

  @Override
  public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
    stage = Stage.ANSWER;
  }

  @Override
  public void requestHeadersStart(Call call) {
    sent = System.nanoTime();
  }

  /** The address that was connected to last. */
  String server() {
    return server;
  }

  /** Since the request was sent. */
  Duration took() {
    return Duration.ofNanos(System.nanoTime() - sent);
  }

  Failure failure(String host, IOException e) {
    return new Failure(stage, why(host, e));
  }

  private String why(String host, IOException e) {
    if (e instanceof SSLPeerUnverifiedException) {
      return "the certificate is for other names: "
          + message(e).replaceAll("(?s).*subjectAltNames: ", "");
    }
    if (caused(e, CertPathBuilderException.class)) {
      return "%s shows a certificate of an authority that this machine does not believe"
          .formatted(host);
    }
    return stage == Stage.CONNECT ? "%s at %s: %s".formatted(host, server, message(e)) : message(e);
  }

  private static String message(IOException e) {
    return e.getMessage() == null
        ? e.getClass().getSimpleName()
        : e.getMessage().replaceAll("\\s+", " ");
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
