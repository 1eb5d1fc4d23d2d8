package dev.atoll.stacks.layout;

import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Expression.Reference;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.RemoteState;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Cuts layers into roots: one for every layer and Region, and one for what ties the Regions of a
 * layer together. A reference to a resource of another root becomes an output there and is read
 * from that root's state here.
 */
public final class Partition {

  private final String deployment;
  private final Function<Place, Backend> states;
  private final Map<String, String> tags;
  private final Dependencies dependencies;
  private final List<Place> order;
  private final Map<Place, List<Output>> outputs = new LinkedHashMap<>();

  private Partition(
      String deployment,
      List<Layer> layers,
      Function<Place, Backend> states,
      Map<String, String> tags) {
    this.deployment = deployment;
    this.states = states;
    this.tags = tags;
    this.dependencies = new Dependencies(layers);
    this.order = Order.of(dependencies);
    order.forEach(place -> outputs.put(place, new ArrayList<>()));
    layers.forEach(layer -> layer.outputs().forEach(output -> shown(layer, output)));
    Map<Place, Set<Reference>> handedOver = handedOver();
    order.forEach(
        place ->
            handedOver
                .getOrDefault(place, Set.of())
                .forEach(reference -> outputs.get(place).add(handingOver(reference))));
  }

  /**
   * The roots, in the order in which they are applied.
   *
   * @param deployment the first part of every root's name
   * @param layers each after those that it stands on
   * @param states where each root keeps its state
   * @param tags the tags of everything
   * @throws IllegalArgumentException when two resources have one address, or roots stand on each
   *     other in a circle
   */
  public static List<Root> of(
      String deployment,
      List<Layer> layers,
      Function<Place, Backend> states,
      Map<String, String> tags) {
    Partition partition = new Partition(deployment, layers, states, tags);
    return partition.order.stream().map(partition::root).toList();
  }

  private Root root(Place place) {
    List<Resource> resources =
        dependencies.places().entrySet().stream()
            .filter(entry -> entry.getValue().equals(place))
            .map(entry -> dependencies.resource(entry.getKey()))
            .toList();
    return new Root(
        place.rootName(deployment),
        states.apply(place),
        tags,
        resources,
        outputs.get(place),
        remoteStates(place, resources));
  }

  private List<RemoteState> remoteStates(Place place, List<Resource> resources) {
    Map<Place, Set<String>> elsewhere = new LinkedHashMap<>();
    resources.forEach(
        resource -> collect(dependencies.needs(resource.address()), place, elsewhere));
    outputs
        .get(place)
        .forEach(output -> collect(dependencies.in(output.value()), place, elsewhere));
    return order.stream()
        .filter(elsewhere::containsKey)
        .map(
            other ->
                new RemoteState(
                    other.identifier(),
                    other.rootName(deployment),
                    states.apply(other),
                    elsewhere.get(other)))
        .toList();
  }

  private void collect(Set<String> addresses, Place place, Map<Place, Set<String>> elsewhere) {
    for (String address : addresses) {
      Place other = dependencies.places().get(address);
      if (!other.equals(place)) {
        elsewhere.computeIfAbsent(other, key -> new LinkedHashSet<>()).add(address);
      }
    }
  }

  /** An output is shown by the last of the roots that it is about: the others are there by then. */
  private void shown(Layer layer, Output output) {
    Place last =
        dependencies.in(output.value()).stream()
            .map(dependencies.places()::get)
            .reduce((one, other) -> order.indexOf(one) < order.indexOf(other) ? other : one)
            .orElseGet(() -> firstOf(layer));
    outputs.get(last).add(output);
  }

  private Place firstOf(Layer layer) {
    return order.stream()
        .filter(place -> place.layer().equals(layer.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the layer " + layer.name() + " has outputs and no resources"));
  }

  /** What other roots refer to, by the root that has it. */
  private Map<Place, Set<Reference>> handedOver() {
    Map<Place, Set<Reference>> found = new LinkedHashMap<>();
    dependencies
        .places()
        .forEach(
            (address, place) -> {
              Resource resource = dependencies.resource(address);
              collect(place, Block.references(resource.arguments()), found);
              collect(place, Block.references(resource.provider().arguments()), found);
            });
    outputs.forEach(
        (place, shown) ->
            shown.forEach(output -> collect(place, Block.references(output.value()), found)));
    return found;
  }

  private void collect(
      Place user, Collection<Reference> references, Map<Place, Set<Reference>> found) {
    for (Reference reference : references) {
      Place owner = dependencies.places().getOrDefault(reference.address(), user);
      if (!owner.equals(user)) {
        found.computeIfAbsent(owner, key -> new LinkedHashSet<>()).add(reference);
      }
    }
  }

  private static Output handingOver(Reference reference) {
    return new Output(
        RemoteState.outputName(reference),
        "For the roots that stand on this one",
        new Expression(List.of(reference)));
  }
}
