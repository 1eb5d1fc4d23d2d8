package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a state is: the same for the root that keeps it and for those that read it.
 *
 * @param backend the type of the backend
 * @param place what tells it from other states there
 */
record StateLocation(String backend, Map<String, String> place) {

  /** Where a root keeps its state; empty when the block leaves that to the command line. */
  static Optional<StateLocation> kept(Path folder, Root.Backend backend) {
    return of(folder, backend.type(), backend.arguments());
  }

  /** Which state a {@code terraform_remote_state} reads; empty when that is not known. */
  static Optional<StateLocation> read(Path folder, Term.ObjectOf state) {
    boolean workspace =
        state.member("workspace").asText().filter(name -> !name.equals("default")).isPresent();
    return workspace || !(state.member("config") instanceof Term.ObjectOf config)
        ? Optional.empty()
        : state.member("backend").asText().flatMap(type -> of(folder, type, config));
  }

  private static Optional<StateLocation> of(Path folder, String type, Term.ObjectOf arguments) {
    return switch (type) {
      case "local" -> {
        String path = arguments.member("path").asText().orElse("terraform.tfstate");
        yield Optional.of(
            new StateLocation(type, Map.of("path", folder.resolve(path).normalize().toString())));
      }
      case "s3" -> named(type, arguments, "bucket", "key");
      case "gcs" -> named(type, arguments, "bucket", "prefix");
      case "azurerm" -> named(type, arguments, "storage_account_name", "container_name", "key");
      default -> Optional.empty();
    };
  }

  private static Optional<StateLocation> named(
      String type, Term.ObjectOf arguments, String... names) {
    Map<String, String> place = new TreeMap<>();
    for (String name : names) {
      arguments.member(name).asText().ifPresent(value -> place.put(name, value));
    }
    return place.size() == names.length
        ? Optional.of(new StateLocation(type, place))
        : Optional.empty();
  }
}
