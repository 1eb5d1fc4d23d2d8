package dev.atoll.itest.twin.coder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atoll.itest.twin.http.Answer;
import java.sql.SQLException;
import java.util.Map;

/** What Coder says when something is not as it should be, and how it reads what it is told. */
final class Messages {

  static final String SIGNED_OUT =
      "You are signed out or your session has expired. Please sign in again to continue.";

  private static final JsonMapper JSON = new JsonMapper();

  private Messages() {}

  static Answer message(int status, String text) {
    return Answer.json(status, Map.of("message", text));
  }

  static Answer message(int status, String text, String detail) {
    return Answer.json(status, Map.of("message", text, "detail", detail));
  }

  static Answer internalError(int status, String doing, SQLException e) {
    return message(
        status,
        "An internal error occurred. Please try again or contact the system administrator.",
        doing + e.getMessage());
  }

  static Answer page(int status, String title, String text) {
    return Answer.html(
        status,
        "<!doctype html><html><head><title>%s</title></head><body><h1>%d - %s</h1><p>%s</p></body></html>"
            .formatted(title, status, title, text.replace("&", "&amp;").replace("<", "&lt;")));
  }

  /** The body as JSON; nothing but an empty object for what is none. */
  static JsonNode read(String body) {
    try {
      return JSON.readTree(body.isEmpty() ? "{}" : body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
