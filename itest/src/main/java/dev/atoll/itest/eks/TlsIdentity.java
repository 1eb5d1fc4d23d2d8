package dev.atoll.itest.eks;

import dev.atoll.itest.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and its self-signed certificate for 127.0.0.1; Java can only make them with its keytool.
 *
 * @param context to serve with
 * @param certificateData to be trusted: PEM in Base64
 */
record TlsIdentity(SSLContext context, String certificateData) {

  private static final String NAME = "authenticator";
  // Of a file that only its owner can reach and that goes with the cluster.
  private static final char[] PASSWORD = "loopback".toCharArray();

  static TlsIdentity make(Path folder) throws IOException {
    Path file = folder.resolve("authenticator.p12");
    List<String> output = new CopyOnWriteArrayList<>();
    int exit =
        new Command(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    NAME,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=127.0.0.1",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-validity",
                    "7",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    String.valueOf(PASSWORD)),
                folder,
                Map.of())
            .run(output::add, Duration.ofSeconds(60));
    if (exit != 0) {
      throw new IOException("keytool failed: " + String.join("\n", output));
    }
    return load(file);
  }

  private static TlsIdentity load(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(stream, PASSWORD);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return new TlsIdentity(context, pem(store.getCertificate(NAME).getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static String pem(byte[] certificate) {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n";
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }
}
