package dev.atoll.stacks.layout;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression.Reference;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What every resource of a deployment stands on, and in which root that puts it. */
final class Dependencies {

  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, String> layers = new HashMap<>();
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  Dependencies(List<Layer> all) {
    for (Layer layer : all) {
      for (Resource resource : layer.resources()) {
        if (resources.put(resource.address(), resource) != null) {
          throw new IllegalArgumentException(
              "resources with the same address: [" + resource.address() + "]");
        }
        layers.put(resource.address(), layer.name());
      }
    }
    resources.forEach((address, resource) -> needs.put(address, of(resource)));
    resources.keySet().forEach(address -> places.put(address, placed(address)));
  }

  /** Every address with its root, in the order of the layers. */
  Map<String, Place> places() {
    return places;
  }

  Resource resource(String address) {
    return resources.get(address);
  }

  /** The addresses that a resource refers to or waits for. */
  Set<String> needs(String address) {
    return needs.get(address);
  }

  /** The addresses of this deployment that a value refers to. */
  Set<String> in(Object value) {
    Set<String> found = new LinkedHashSet<>();
    Block.references(value).stream()
        .map(Reference::address)
        .filter(resources::containsKey)
        .forEach(found::add);
    return found;
  }

  private Set<String> of(Resource resource) {
    Set<String> found = in(resource.arguments());
    found.addAll(in(resource.provider().arguments()));
    Stream.concat(resource.companions().stream(), resource.dependsOn().stream())
        .map(Resource::address)
        .filter(resources::containsKey)
        .forEach(found::add);
    return found;
  }

  /**
   * Within a layer a resource that needs another Region, be it through others, ties Regions
   * together. So no root of a Region ever needs another root of its layer, whatever the topology;
   * and since this looks at nothing but what a resource itself stands on, more Regions move nothing
   * into another state.
   */
  private Place placed(String address) {
    Set<Region> regions = new TreeSet<>();
    collect(address, regions, new HashSet<>());
    Resource resource = resources.get(address);
    return new Place(
        layers.get(address),
        regions.size() == 1 ? Optional.of(resource.region()) : Optional.empty());
  }

  private void collect(String address, Set<Region> regions, Set<String> seen) {
    if (seen.add(address)) {
      regions.add(resources.get(address).region());
      for (String needed : needs.get(address)) {
        if (layers.get(needed).equals(layers.get(address))) {
          collect(needed, regions, seen);
        }
      }
    }
  }
}
