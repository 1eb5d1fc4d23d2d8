package dev.atoll.itest.twin;

import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays the rotation's script, which the deployment's own chart brings: generates, publishes, and
 * deletes after the overlap; or, as the documented system's script did, deletes first.
 */
final class KeyJob implements JobRunner, SecretValues {

  private record Generation(String key, String alias, long replaced) {}

  private final SecretValues others;
  private final boolean deletesFirst;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Generation> retiring = new ArrayList<>();
  private volatile String key = "sk-first";
  private String alias = "";
  private int generation;
  private long published;

  KeyJob(SecretValues others, boolean deletesFirst) {
    this.others = others;
    this.deletesFirst = deletesFirst;
  }

  /** What is published is there for whoever carries it. */
  @Override
  public Optional<String> value(ObjectName secret, String name) {
    return name.equals("LITELLM_API_KEY") ? Optional.of(key) : others.value(secret, name);
  }

  @Override
  public synchronized List<String> run(List<String> command, Map<String, String> environment) {
    String master = environment.get("LITELLM_MASTER_KEY");
    String url = option(command, "--litellm");
    long now = Long.parseLong(option(command, "--now"));
    List<String> wrote = new ArrayList<>();
    if (now - published >= Long.parseLong(option(command, "--rotate-after"))) {
      rotate(url, master, now);
      wrote.add("published " + alias);
    }
    long overlap = Long.parseLong(option(command, "--overlap"));
    for (Generation old : List.copyOf(retiring)) {
      if (now - old.replaced() >= overlap) {
        call(url + "/key/delete", master, "{\"key_aliases\": [\"%s\"]}".formatted(old.alias()));
        retiring.remove(old);
        wrote.add("deleted " + old.alias());
      }
    }
    return wrote;
  }

  private void rotate(String url, String master, long now) {
    generation++;
    String next = "sk-of-generation-" + generation;
    String name = deletesFirst ? "workspaces" : "workspaces-" + generation;
    if (deletesFirst && generation > 1) {
      call(url + "/key/delete", master, "{\"key_aliases\": [\"%s\"]}".formatted(alias));
    }
    call(
        url + "/key/generate",
        master,
        "{\"key\": \"%s\", \"key_alias\": \"%s\", \"models\": []}".formatted(next, name));
    if (!alias.isEmpty() && !deletesFirst) {
      retiring.add(new Generation(key, alias, now));
    }
    key = next;
    alias = name;
    published = now;
  }

  private static String option(List<String> command, String name) {
    return command.stream()
        .filter(word -> word.startsWith(name + "="))
        .map(word -> word.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private void call(String url, String master, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + master)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new TrafficException(
            "LiteLLM answered %s with %d: %s".formatted(url, answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new TrafficException("LiteLLM did not answer " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrafficException("interrupted", e);
    }
  }
}
