package dev.atoll.itest.twin.coder;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Licences as the stand-in takes them, for {@code POST /api/v2/licenses}: a real one's shape (a
 * JSON Web Token) without a signature.
 */
public final class Licence {

  /** More than one replica. */
  public static final String HIGH_AVAILABILITY = "high_availability";

  /** Workspace proxies. */
  public static final String WORKSPACE_PROXY = "workspace_proxy";

  /** The audit log. */
  public static final String AUDIT_LOG = "audit_log";

  private Licence() {}

  /** The text of a licence that entitles to these features and no others. */
  public static String entitling(String... features) {
    String granted =
        Arrays.stream(features)
            .map(feature -> "\"" + feature + "\":1")
            .collect(Collectors.joining(","));
    return encoded("{\"alg\":\"none\"}") + "." + encoded("{\"features\":{" + granted + "}}") + ".";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
