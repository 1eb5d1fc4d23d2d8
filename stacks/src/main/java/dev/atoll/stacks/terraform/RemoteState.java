package dev.atoll.stacks.terraform;

import dev.atoll.stacks.terraform.Expression.Reference;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of a root that another root stands on. It is read even where nothing but the order
 * matters: a root whose foundation was never applied is refused by Terraform at plan time.
 *
 * @param name the name of the data source that reads it
 * @param root the name of the root whose state it is
 * @param backend where that root keeps its state
 * @param addresses the resources of that root on which the other one stands
 * @see <a href="https://developer.hashicorp.com/terraform/language/state/remote-state-data">The
 *     terraform_remote_state data source</a>
 */
public record RemoteState(String name, String root, Backend backend, Set<String> addresses) {

  public RemoteState {
    addresses = Set.copyOf(addresses);
  }

  /** The name of the output by which a root hands over what others refer to. */
  public static String outputName(Reference reference) {
    return Stream.of(reference.address().replaceFirst("^data\\.", "data_"), reference.path())
        .map(part -> part.replaceFirst("^\\.", "").replace(".", "__"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("__"))
        .replaceAll("[^A-Za-z0-9_]+", "_");
  }

  /** What a reference to a resource of that root becomes. */
  Reference output(Reference reference) {
    return new Reference(
        "data.terraform_remote_state." + name, ".outputs." + outputName(reference));
  }

  /** The data source. */
  Block block() {
    if (backend instanceof Backend.S3 s3) {
      return Block.of("backend", "s3")
          .with(
              "config",
              Block.of("bucket", s3.bucket())
                  .with("key", s3.key())
                  .with("region", s3.region().name()));
    }
    // Roots lie beside each other, each in a folder of its name.
    String path = ((Backend.Local) backend).path();
    return Block.of("backend", "local").with("config", Block.of("path", "../" + root + "/" + path));
  }
}
