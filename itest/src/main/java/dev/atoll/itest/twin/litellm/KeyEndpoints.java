package dev.atoll.itest.twin.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import dev.atoll.itest.twin.litellm.VirtualKeys.VirtualKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and deletes keys, for who has the master key.
 *
 * @param cache the keys that this replica has seen
 */
record KeyEndpoints(VirtualKeys keys, KeyCache cache) {

  private static final int SHORTEST = 16;

  Answer generate(Question question, Optional<VirtualKey> caller) throws SQLException {
    if (caller.isPresent()) {
      return adminsOnly(question);
    }
    JsonNode said = LiteLlmSite.read(question);
    String made = said.path("key").asText();
    if (made.isEmpty()) {
      made = "sk-" + UUID.randomUUID().toString().replace("-", "");
    }
    Optional<String> alias =
        Optional.of(said.path("key_alias")).filter(JsonNode::isTextual).map(JsonNode::asText);
    if (alias.isPresent() && keys.hasAlias(alias.get())) {
      return Errors.error(
          400,
          "bad_request_error",
          "key_alias",
          "Key with alias '%s' already exists. Unique key aliases across all keys are required."
              .formatted(alias.get()));
    }
    if (!made.startsWith("sk-")) {
      return Errors.refused(
          400, "Invalid key format. LiteLLM Virtual Key must start with 'sk-'. Received: ****");
    }
    if (made.length() < SHORTEST) {
      return Errors.refused(
          400, "Invalid key format. LiteLLM Virtual Key must be at least 16 characters long.");
    }
    VirtualKey wanted = new VirtualKey(VirtualKeys.hash(made), alias, texts(said.path("models")));
    keys.add(wanted);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("key", made);
    answer.put("key_alias", alias.orElse(null));
    answer.put("token", wanted.hash());
    answer.put("models", wanted.models());
    return Answer.json(200, answer);
  }

  Answer delete(Question question, Optional<VirtualKey> caller) throws SQLException {
    if (caller.isPresent()) {
      return adminsOnly(question);
    }
    JsonNode said = LiteLlmSite.read(question);
    List<String> named = new ArrayList<>(texts(said.path("keys")));
    List<String> aliases = named.isEmpty() ? texts(said.path("key_aliases")) : List.of();
    if (named.isEmpty() && aliases.isEmpty()) {
      return Errors.malformed(
          "Value error, At least one of 'keys' or 'key_aliases' must be provided.");
    }
    List<String> hashes =
        named.stream().map(each -> each.startsWith("sk-") ? VirtualKeys.hash(each) : each).toList();
    List<String> deleted = keys.delete(hashes, aliases);
    if (deleted.isEmpty()) {
      return Errors.refused(404, "No keys found");
    }
    deleted.forEach(cache::forget);
    named.addAll(aliases);
    return Answer.json(200, Map.of("deleted_keys", named));
  }

  private static Answer adminsOnly(Question question) {
    return Errors.unauthorized(
        "Only proxy admin can be used to generate, delete, update info for new keys/users/teams."
            + " Route="
            + question.path()
            + ". Your role=unknown. Your user_id=*******");
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
