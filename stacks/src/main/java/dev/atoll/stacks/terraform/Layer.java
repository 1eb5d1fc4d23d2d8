package dev.atoll.stacks.terraform;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a deployment that stands on the layers before it: network, cluster, database, names.
 *
 * @param name its name, which a root of its own has too
 * @param resources its resources, in the order in which a person would make them; what is a part of
 *     one comes with it
 * @param outputs what a person or another layer needs of it
 */
public record Layer(String name, List<Resource> resources, List<Output> outputs) {

  public Layer {
    resources =
        resources.stream()
            .flatMap(each -> Stream.concat(each.companions().stream(), Stream.of(each)))
            .toList();
    outputs = List.copyOf(outputs);
  }
}
