package dev.atoll.conformance.doctor;

import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that is looked up on the PATH and asked for its version.
 *
 * @param name its file name
 * @param question the arguments that make it print its version
 * @param oldest the oldest version that will do
 * @param need how much depends on it
 * @param purpose what it is for, one sentence
 * @param remedy what to do when it is not there or too old
 */
record Program(
    String name, List<String> question, Version oldest, Need need, String purpose, String remedy) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Major and minor version. */
  record Version(int major, int minor) implements Comparable<Version> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)");

    /** The first version that a text names. */
    static Optional<Version> in(String text) {
      Matcher matcher = NUMBERS.matcher(text);
      return matcher.find()
          ? Optional.of(
              new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
          : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
      return major == other.major
          ? Integer.compare(minor, other.minor)
          : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }

  /** Looks it up and asks it. */
  Finding look(SearchPath path) {
    return path.find(name).map(this::ask).orElseGet(() -> wrong("not on the PATH"));
  }

  private Finding ask(Path file) {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    List<String> words = Stream.concat(Stream.of(file.toString()), question.stream()).toList();
    try {
      int exit =
          new Command(words, Path.of("").toAbsolutePath(), System.getenv())
              .run(lines::add, PATIENCE);
      String said = String.join("\n", lines);
      if (exit != 0) {
        return wrong(
            "it fails: "
                + said.lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("exit code " + exit));
      }
      return Version.in(said)
          .map(this::judged)
          .orElseGet(() -> wrong("it does not say which version it is"));
    } catch (CommandException e) {
      return wrong(e.getMessage());
    }
  }

  private Finding judged(Version version) {
    return version.compareTo(oldest) >= 0
        ? Finding.fine(name, need, version.toString(), purpose)
        : wrong("%s is too old, %s or newer will do".formatted(version, oldest));
  }

  private Finding wrong(String found) {
    return Finding.wrong(name, need, found, purpose, remedy);
  }
}
