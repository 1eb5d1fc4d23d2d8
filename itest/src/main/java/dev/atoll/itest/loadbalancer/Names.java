package dev.atoll.itest.loadbalancer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The names that the controller gives, none longer than the 32 characters that ELB takes. */
final class Names {

  private Names() {}

  /** {@code k8s-NAMESPACE-SERVICE-HASH}; another hash wherever one of the parts differs. */
  static String of(ServiceObject service, Object... parts) {
    StringBuilder all = new StringBuilder(service.uid());
    for (Object part : parts) {
      all.append('|').append(part);
    }
    return "k8s-%s-%s-%s"
        .formatted(shortened(service.namespace()), shortened(service.name()), hash(all.toString()));
  }

  private static String shortened(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9]", "");
    return plain.substring(0, Math.min(8, plain.length()));
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
