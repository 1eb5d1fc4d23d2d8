package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.conformance.read.term.Scope;
import dev.atoll.conformance.read.term.Term;
import java.util.HashMap;
import java.util.Map;

/** The names of a root module in JSON syntax. Local values are evaluated once. */
final class ConfigurationScope implements Scope {

  private final JsonNode document;
  private final Map<String, Term> locals;
  private final Map<String, Term> instance;

  ConfigurationScope(JsonNode document) {
    this(document, new HashMap<>(), Map.of());
  }

  private ConfigurationScope(
      JsonNode document, Map<String, Term> locals, Map<String, Term> instance) {
    this.document = document;
    this.locals = locals;
    this.instance = instance;
  }

  /** The same names in an instance with that {@code count.index} or {@code each.key}. */
  ConfigurationScope of(Map<String, Term> instance) {
    return new ConfigurationScope(document, locals, instance);
  }

  @Override
  public Term local(String name) {
    if (!locals.containsKey(name)) {
      locals.put(name, new Term.Unknown("local." + name + " refers to itself"));
      locals.put(name, evaluated(name));
    }
    return locals.get(name);
  }

  private Term evaluated(String name) {
    for (JsonNode block : Json.blocks(document.path("locals"))) {
      if (block.has(name)) {
        return Json.template(block.get(name), of(Map.of()));
      }
    }
    return new Term.Unknown("local." + name + " is not in what was read");
  }

  @Override
  public Term variable(String name) {
    for (JsonNode variables : Json.blocks(document.path("variable"))) {
      for (JsonNode variable : Json.blocks(variables.path(name))) {
        if (variable.has("default")) {
          return Json.plain(variable.get("default"));
        }
      }
    }
    return new Term.Unknown("var." + name + " has no default");
  }

  @Override
  public Term output(String module, String name) {
    return new Term.Unknown("module." + module + " was not read");
  }

  @Override
  public Term instance(String name) {
    return instance.getOrDefault(name, new Term.Unknown(name + " has no value here"));
  }

  /** Terraform writes the folder that it works in so. */
  @Override
  public Term path(String name) {
    return name.equals("cwd") ? Scope.super.path(name) : Term.text(".");
  }

  @Override
  public String address(String written) {
    return written;
  }
}
