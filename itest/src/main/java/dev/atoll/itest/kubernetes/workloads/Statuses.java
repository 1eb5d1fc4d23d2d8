package dev.atoll.itest.kubernetes.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;

/** Compares what the API has with what should be there. */
final class Statuses {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Statuses() {}

  /**
   * Whether this status already says all that should be said; what it says beyond is left alone. A
   * zero counts as said when nothing is, as the API itself leaves zeros out.
   */
  static boolean says(Object status, Object wanted) {
    JsonNode there = status == null ? NullNode.instance : JSON.valueToTree(status);
    return covers(there, JSON.valueToTree(wanted));
  }

  private static boolean covers(JsonNode there, JsonNode wanted) {
    if (wanted.isObject()) {
      return wanted.properties().stream()
          .map(Map.Entry::getKey)
          .allMatch(key -> covers(there.path(key), wanted.get(key)));
    }
    if (wanted.isArray()) {
      for (int i = 0; i < wanted.size(); i++) {
        if (!covers(there.path(i), wanted.get(i))) {
          return false;
        }
      }
      return true;
    }
    boolean zero = wanted.isNumber() && wanted.asLong() == 0;
    return zero ? there.asLong() == 0 : wanted.equals(there);
  }
}
