package dev.atoll.itest.eks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What {@code aws eks get-token} hands out: a presigned URL of STS's GetCallerIdentity, signed
 * together with a header that has the cluster's name.
 *
 * @param url the URL
 * @param parameters its query, as it is encoded
 * @see <a
 *     href="https://github.com/kubernetes-sigs/aws-iam-authenticator#how-does-it-work">aws-iam-authenticator</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature
 *     Version 4</a>
 */
record Token(URI url, Map<String, String> parameters) {

  private static final String PREFIX = "k8s-aws-v1.";
  private static final String SIGNED_HEADERS = "host;x-k8s-aws-id";

  /** EKS takes a token so long after it was signed. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Keeps them in order. */
  Token {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Takes it apart.
   *
   * @throws IllegalArgumentException when it is no such token
   */
  static Token decode(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("it does not begin with " + PREFIX);
    }
    byte[] url = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
    URI uri = URI.create(new String(url, StandardCharsets.UTF_8));
    if (uri.getRawQuery() == null) {
      throw new IllegalArgumentException("its URL has no parameters");
    }
    Token token =
        new Token(
            uri,
            Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(each -> each.split("=", 2))
                .collect(
                    Collectors.toMap(each -> each[0], each -> each.length > 1 ? each[1] : "")));
    if (!token.parameter("Action").equals("GetCallerIdentity")) {
      throw new IllegalArgumentException("its URL does not ask who the caller is");
    }
    if (token.scope().size() != 5) {
      throw new IllegalArgumentException("its credential is not one of Signature Version 4");
    }
    return token;
  }

  /** Who signed it. */
  String accessKey() {
    return scope().get(0);
  }

  /** Whether it may still be used. */
  boolean fresh(Instant now) {
    Instant signed = Instant.from(DATE.parse(parameter("X-Amz-Date")));
    return !now.isAfter(signed.plus(LIFE)) && signed.isBefore(now.plus(LIFE));
  }

  /** Whether it was signed with this secret for this cluster. */
  boolean signedFor(String cluster, String secret) {
    String request =
        String.join(
            "\n",
            "GET",
            url.getRawPath().isEmpty() ? "/" : url.getRawPath(),
            canonicalQuery(),
            "host:" + url.getRawAuthority(),
            "x-k8s-aws-id:" + cluster,
            "",
            SIGNED_HEADERS,
            sha256(""));
    List<String> scope = scope();
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            parameter("X-Amz-Date"),
            String.join("/", scope.subList(1, 5)),
            sha256(request));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.subList(1, 5)) {
      key = hmac(key, part);
    }
    byte[] expected = HexFormat.of().formatHex(hmac(key, toSign)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(
        expected, parameter("X-Amz-Signature").getBytes(StandardCharsets.UTF_8));
  }

  private String canonicalQuery() {
    Map<String, String> signed = new TreeMap<>(parameters);
    signed.remove("X-Amz-Signature");
    return signed.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("&"));
  }

  // Access key, date, Region, service, aws4_request.
  private List<String> scope() {
    return List.of(parameter("X-Amz-Credential").replace("%2F", "/").split("/", -1));
  }

  private String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HMAC with SHA-256", e);
    }
  }
}
