package dev.atoll.itest.backend;

import dev.atoll.itest.process.Progress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the emulator and clusters run. */
public enum Backend {
  /** In containers where Docker answers, else as processes. */
  AUTO,
  /** In containers, by Testcontainers. */
  DOCKER,
  /** As child processes. */
  PROCESS;

  /**
   * By its name, in any case.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Backend of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No backend is called \"%s\"; there are %s. It decides where the emulator and clusters run."
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Backend::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * What the JUnit configuration parameter {@code atoll.backend} names; a process when it names
   * none.
   *
   * @param parameters looks a configuration parameter up
   * @throws IllegalArgumentException when there is no such backend
   */
  public static Backend configured(Function<String, Optional<String>> parameters) {
    return parameters.apply("atoll.backend").map(Backend::of).orElse(PROCESS);
  }

  /**
   * What it comes to on this machine: never {@link #AUTO}.
   *
   * @param machine says what is known of Docker; not asked for a process
   * @param progress hears in one line what was picked and why, when there was a choice
   * @throws BackendException when Docker was asked for and cannot be had
   */
  Backend resolve(Supplier<Docker> machine, Progress progress) {
    if (this == PROCESS) {
      return this;
    }
    Docker docker = machine.get();
    boolean usable = docker.missing().isEmpty();
    if (this == AUTO) {
      progress.say(
          usable
              ? "Backend: docker, since Docker answers and Testcontainers is there."
              : "Backend: process, since " + docker.missing().get() + ".");
      return usable ? DOCKER : PROCESS;
    }
    if (!usable) {
      throw new BackendException(
          "The backend docker was asked for, but "
              + docker.missing().get()
              + ". The emulator and clusters cannot start in containers. Mend that, or ask for the"
              + " backend process.");
    }
    return this;
  }

  /**
   * Starts something where this backend says. With {@link #AUTO}, what cannot start in a container
   * starts as a process, and that is said.
   *
   * @param machine says what is known of Docker; not asked for a process
   * @param progress hears what was picked and why, when there was a choice
   * @param container starts it in a container
   * @param process starts it as a process
   * @throws BackendException when Docker was asked for and cannot be had
   */
  public <T> T start(
      Supplier<Docker> machine, Progress progress, Supplier<T> container, Supplier<T> process) {
    if (resolve(machine, progress) == PROCESS) {
      return process.get();
    }
    try {
      return container.get();
    } catch (RuntimeException e) {
      if (this != AUTO) {
        throw e;
      }
      progress.say("Backend: process after all. " + e.getMessage());
      return process.get();
    }
  }

  /** Its name in options and settings. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
