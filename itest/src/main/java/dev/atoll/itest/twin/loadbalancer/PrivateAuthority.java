package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate authority of one twin. It stands for the public ones behind AWS Certificate
 * Manager: the twin's clients trust it and nobody else.
 */
public final class PrivateAuthority {

  private static final String SIGNATURE = "SHA256withECDSA";
  private static final X500Name NAME = new X500Name("CN=A twin's certificate authority");
  private static final Duration LIFE = Duration.ofDays(2);

  private final KeyPair keys;
  private final X509Certificate certificate;
  private final AtomicLong serials = new AtomicLong(1);

  /**
   * A certificate with its key.
   *
   * @param key the key
   * @param chain the certificate and who signed it
   */
  record Issued(PrivateKey key, List<X509Certificate> chain) {
    Issued {
      chain = List.copyOf(chain);
    }
  }

  /** A new authority with a key of its own. */
  public PrivateAuthority() {
    keys = keyPair();
    try {
      certificate =
          signed(
              builder(NAME, keys)
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                  .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * A certificate for exactly these names.
   *
   * @param names DNS names, at least one; wildcards as {@code *.example.com}
   */
  Issued issue(Collection<String> names) {
    List<String> sorted = names.stream().sorted().toList();
    KeyPair own = keyPair();
    GeneralName[] all =
        sorted.stream()
            .map(name -> new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new);
    try {
      // Clients look at the alternative names alone, as RFC 6125 has it.
      X509Certificate issued =
          signed(
              builder(new X500Name("CN=a server of the twin"), own)
                  .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all))
                  .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
      return new Issued(own.getPrivate(), List.of(issued, certificate));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw failed(e);
    }
  }

  private JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair of) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        NAME,
        BigInteger.valueOf(serials.getAndIncrement()),
        Date.from(now.minus(LIFE)),
        Date.from(now.plus(LIFE)),
        subject,
        of.getPublic());
  }

  private X509Certificate signed(org.bouncycastle.cert.X509v3CertificateBuilder builder) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw failed(e);
    }
  }

  /** For clients: trusts this authority and nobody else. */
  public SSLContext trust() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("authority", certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw failed(e);
    }
  }

  /** Its certificate as PEM, for clients that are other programs. */
  public String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw failed(e);
    }
  }

  private static TrafficException failed(Exception cause) {
    return new TrafficException("The twin's certificates could not be made", cause);
  }
}
