package dev.atoll.topology;

import dev.atoll.facts.Source;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import java.util.function.Consumer;

/** Describes LiteLLM: four pods on a subdomain with a database and a cache, unless said. */
public final class LiteLlmBuilder implements Builder {

  private final AuroraBuilder database;
  private final CacheBuilder cache;
  private Source exposedAt;
  private Way way = Way.SUBDOMAIN;
  private String name = "llm";
  private int replicas = 4;
  private int cpus = 2;
  private Memory memory = Units.gibibytes(4);

  LiteLlmBuilder(Source at) {
    this.exposedAt = at;
    this.database = new AuroraBuilder(at, Units.acu(8));
    this.cache = new CacheBuilder(at);
  }

  /** On a subdomain with a load balancer of its own: the documents' choice. */
  public LiteLlmBuilder subdomain(String label) {
    return exposed(Way.SUBDOMAIN, label, Builder.calledAt(".subdomain(\"" + label + "\")"));
  }

  /** Within the cluster alone, without a load balancer: for maximum security. */
  public LiteLlmBuilder internalOnly() {
    return exposed(Way.INTERNAL, "", Builder.calledAt(".internalOnly()"));
  }

  /** On a path of Coder's domain. Refused, with the reasons. */
  public LiteLlmBuilder path(String path) {
    return exposed(Way.PATH, path, Builder.calledAt(".path(\"" + path + "\")"));
  }

  /** How many pods. */
  public LiteLlmBuilder replicas(int count) {
    this.replicas = count;
    return this;
  }

  /** CPUs of each pod. */
  public LiteLlmBuilder cpu(int count) {
    this.cpus = count;
    return this;
  }

  /** Memory of each pod. */
  public LiteLlmBuilder memory(Memory amount) {
    this.memory = amount;
    return this;
  }

  /** Its database; one writer, 0.5 to 8 ACU, unless said. */
  public LiteLlmBuilder database(Consumer<AuroraBuilder> description) {
    description.accept(database);
    return this;
  }

  /** Its cache; one shard unless said. */
  public LiteLlmBuilder cache(Consumer<CacheBuilder> description) {
    description.accept(cache);
    return this;
  }

  private LiteLlmBuilder exposed(Way how, String as, Source where) {
    this.way = how;
    this.name = as;
    this.exposedAt = where;
    return this;
  }

  LiteLlmDesign design() {
    return new LiteLlmDesign(
        exposedAt, way, name, replicas, cpus, memory, database.design(), cache.design());
  }
}
