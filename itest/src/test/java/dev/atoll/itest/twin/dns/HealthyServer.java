package dev.atoll.itest.twin.dns;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What a health check asks: HTTPS with a certificate that nobody would trust. */
final class HealthyServer implements AutoCloseable {

  private final HttpsServer server;
  private final List<String> named = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  HealthyServer(InetAddress address) {
    try {
      server = HttpsServer.create(new InetSocketAddress(address, 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext(
        "/healthz",
        exchange -> {
          ExtendedSSLSession session =
              (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          named.add(new ArrayList<>(session.getRequestedServerNames()).toString());
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  /** What the handshakes named, one entry a request. */
  List<String> named() {
    return List.copyOf(named);
  }

  void answer(int other) {
    status = other;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static SSLContext tls() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair keys = generator.generateKeyPair();
      X500Name nobody = new X500Name("CN=nobody");
      Instant past = Instant.EPOCH;
      Certificate expired =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          nobody,
                          BigInteger.ONE,
                          Date.from(past),
                          Date.from(past.plusSeconds(60)),
                          nobody,
                          keys.getPublic())
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setKeyEntry("own", keys.getPrivate(), new char[0], new Certificate[] {expired});
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
