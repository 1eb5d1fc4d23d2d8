package dev.atoll.practice.proxy;

import dev.atoll.traffic.Json;
import dev.atoll.traffic.Outcome.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Coder answers when it is asked for its workspace proxies. Coder 2.27 calls the list {@code
 * regions} and the members {@code icon_url} and {@code path_app_url}; the documents have {@code
 * proxies}, {@code icon} and {@code url}. Both are read.
 *
 * @param proxies the entries without the one for Coder's own servers
 */
record ListedProxies(List<Listed> proxies) {

  /** How Coder calls the entry for its own servers. */
  private static final Set<String> OWN = Set.of("primary", "default");

  /**
   * One proxy.
   *
   * @param errors what Coder reports of it
   */
  record Listed(
      String name,
      String displayName,
      Optional<String> icon,
      Optional<String> url,
      boolean healthy,
      List<String> errors) {}

  ListedProxies {
    proxies = List.copyOf(proxies);
  }

  /** Reads an answer; empty when it is no such list. */
  static Optional<ListedProxies> of(Response response) {
    return Optional.of(response)
        .filter(answer -> answer.status() == 200)
        .flatMap(answer -> Json.of(answer.body()))
        .flatMap(json -> json.at("regions").or(() -> json.at("proxies")))
        .map(
            list ->
                new ListedProxies(
                    list.elements().stream()
                        .map(ListedProxies::listed)
                        .filter(entry -> !OWN.contains(entry.name()))
                        .toList()));
  }

  private static Listed listed(Json entry) {
    String name = entry.text("name").orElse("");
    return new Listed(
        name,
        entry.text("display_name").orElse(name),
        entry.text("icon_url").or(() -> entry.text("icon")),
        entry.text("path_app_url").or(() -> entry.text("url")),
        entry.isTrue("healthy"),
        entry
            .at("status")
            .flatMap(status -> status.at("report"))
            .flatMap(report -> report.at("errors"))
            .map(Json::elements)
            .orElse(List.of())
            .stream()
            .map(error -> String.valueOf(error.content()))
            .toList());
  }

  /** The one of that name. */
  Optional<Listed> named(String name) {
    return proxies.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
