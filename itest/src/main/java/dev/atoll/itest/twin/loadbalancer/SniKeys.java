package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.loadbalancer.PrivateAuthority.Issued;
import dev.atoll.traffic.TrafficException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The certificates of a listener, chosen by the name that the client asks for: the first one that
 * covers it, else the default one, which is the first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/tls-listener-certificates.html">Server
 *     certificates for your Network Load Balancer</a>
 */
final class SniKeys extends X509ExtendedKeyManager {

  private record Entry(Set<String> names, Issued issued) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private SniKeys() {}

  /**
   * A server's side of TLS.
   *
   * @param names the names of each certificate, the default one first
   */
  static SSLContext server(PrivateAuthority authority, List<Set<String>> names) {
    SniKeys keys = new SniKeys();
    for (Set<String> each : names) {
      keys.entries.put(String.valueOf(keys.entries.size()), new Entry(each, authority.issue(each)));
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new TrafficException("A listener's TLS could not be set up", e);
    }
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    if (!keyType.startsWith("EC")) {
      return null;
    }
    Optional<String> asked = asked(((SSLSocket) socket).getHandshakeSession());
    return entries.entrySet().stream()
        .filter(entry -> asked.filter(name -> covers(entry.getValue().names(), name)).isPresent())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("0");
  }

  private static Optional<String> asked(javax.net.ssl.SSLSession session) {
    if (!(session instanceof ExtendedSSLSession extended)) {
      return Optional.empty();
    }
    for (SNIServerName name : extended.getRequestedServerNames()) {
      if (name instanceof SNIHostName host) {
        return Optional.of(host.getAsciiName().toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  static boolean covers(Set<String> names, String asked) {
    int dot = asked.indexOf('.');
    return names.contains(asked) || (dot > 0 && names.contains("*" + asked.substring(dot)));
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return entries.get(alias).issued().chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return entries.get(alias).issued().key();
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return entries.keySet().toArray(String[]::new);
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
    return null;
  }
}
