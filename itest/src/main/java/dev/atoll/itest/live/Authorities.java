package dev.atoll.itest.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed: the machine's authorities, and those of a file beside them. */
final class Authorities {

  private Authorities() {}

  /**
   * The machine's and those in a file.
   *
   * @param file certificates in PEM
   * @throws IOException when the file has none or cannot be read
   */
  static X509TrustManager with(Path file) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate own : machine().getAcceptedIssuers()) {
        store.setCertificateEntry("machine-" + store.size(), own);
      }
      for (Certificate more : read(file)) {
        store.setCertificateEntry("file-" + store.size(), more);
      }
      return of(store);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " has no certificates in PEM: " + e.getMessage(), e);
    }
  }

  /** The machine's own. */
  static X509TrustManager machine() {
    try {
      return of(null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no authorities", e);
    }
  }

  /** Sockets that believe these. */
  static SSLSocketFactory sockets(X509TrustManager authorities) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {authorities}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK speaks TLS", e);
    }
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IOException(file + " has no certificates in PEM");
      }
      return found;
    }
  }

  private static X509TrustManager of(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager known) {
        return known;
      }
    }
    throw new GeneralSecurityException("no authority can be believed");
  }
}
