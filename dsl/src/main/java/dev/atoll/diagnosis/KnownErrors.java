package dev.atoll.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every known error, in the order of the catalogue's areas. A new one is an entry in its list. */
public final class KnownErrors {

  private static final List<KnownError> ALL =
      Stream.of(
              LicenceErrors.all(),
              ReplicaErrors.all(),
              EntranceErrors.all(),
              HelmErrors.all(),
              StoreErrors.all(),
              AccountErrors.all())
          .flatMap(List::stream)
          .toList();

  private KnownErrors() {}

  /** All of them. */
  public static List<KnownError> all() {
    return ALL;
  }

  /** The one with that id. */
  public static Optional<KnownError> find(String id) {
    return ALL.stream().filter(error -> error.id().equals(id)).findFirst();
  }
}
