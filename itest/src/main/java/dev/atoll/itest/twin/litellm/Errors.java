package dev.atoll.itest.twin.litellm;

import dev.atoll.itest.twin.http.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes in which a LiteLLM proxy says no. */
final class Errors {

  private Errors() {}

  /** Its own form, which OpenAI's clients understand. */
  static Answer error(int status, String type, String parameter, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("type", type);
    error.put("param", parameter);
    error.put("code", String.valueOf(status));
    return Answer.json(status, Map.of("error", error));
  }

  /** Nobody, or nobody it knows. */
  static Answer unauthorized(String message) {
    return error(401, "auth_error", "None", "Authentication Error, " + message);
  }

  /** What its endpoints for keys refuse: the text is a dictionary as Python writes it. */
  static Answer refused(int status, String message) {
    return error(status, "internal_server_error", null, "{'error': '" + message + "'}");
  }

  /** What its schema of requests refuses, before anything else looks at it. */
  static Answer malformed(String message) {
    return Answer.json(
        422,
        Map.of(
            "detail",
            List.of(Map.of("type", "value_error", "loc", List.of("body"), "msg", message))));
  }
}
