package dev.atoll.conformance.report;

import java.util.Map;

/**
 * A part of the catalogue, by the letters that its ids begin with.
 *
 * @param code the letters: "NET"
 * @param title its name: "Network between the regions"
 */
public record Area(String code, String title) {

  private static final Map<String, String> TITLES =
      Map.of(
          "AUR", "Database",
          "NET", "Network between the regions",
          "CDR", "Coder server and replicas",
          "PRX", "Workspace proxies",
          "LB", "Load balancer",
          "DNS", "DNS",
          "LLM", "LiteLLM",
          "HELM", "Helm",
          "SEC", "Security and state",
          "OPS", "Operations");

  /** The area of a practice's id; an unknown one is called by its letters. */
  public static Area of(String id) {
    int dash = id.indexOf('-');
    String code = dash < 0 ? id : id.substring(0, dash);
    return new Area(code, TITLES.getOrDefault(code, code));
  }
}
