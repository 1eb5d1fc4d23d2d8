package dev.atoll.practice.litellm;

import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;

/**
 * Somebody who calls LiteLLM with a key.
 *
 * @param client who
 * @param host LiteLLM's name
 */
record KeyHolder(Client client, String host) {

  /** Lists the models, which needs a key and calls none of them. */
  Outcome call(String key) {
    return client.send(
        Request.get("https://" + host + "/v1/models").with("Authorization", "Bearer " + key));
  }

  /** Whether a key is good. Coder would answer with its dashboard, whatever the key. */
  boolean isServed(String key) {
    return call(key)
        .response()
        .filter(response -> response.status() == 200)
        .filter(response -> !response.header("content-type").orElse("").contains("html"))
        .isPresent();
  }
}
