package dev.atoll.itest.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of a program that comes to an end by itself.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 * @param environment all that it sees: nothing of ours leaks in
 */
public record Command(List<String> words, Path folder, Map<String, String> environment) {

  /** How long a program may take to end in good order when it is told to stop. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** Copies its arguments. */
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /**
   * Runs to the end.
   *
   * @param output hears every line of standard output and standard error, in another thread
   * @param limit how long it may take
   * @return the exit code
   * @throws CommandException when it cannot be started, takes too long or is interrupted; it is
   *     stopped then
   */
  public int run(Consumer<String> output, Duration limit) {
    ChildProcess child = start(builder().redirectErrorStream(true));
    return finish(child, child.process().getInputStream(), output, limit);
  }

  /**
   * Runs to the end, with standard output in a file.
   *
   * @param output the file, overwritten
   * @param errors hears every line of standard error, in another thread
   * @param limit how long it may take
   * @return the exit code
   * @throws CommandException when it cannot be started, takes too long or is interrupted; it is
   *     stopped then
   */
  public int runInto(Path output, Consumer<String> errors, Duration limit) {
    ChildProcess child = start(builder().redirectOutput(output.toFile()));
    return finish(child, child.process().getErrorStream(), errors, limit);
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toAbsolutePath().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private ChildProcess start(ProcessBuilder builder) {
    try {
      return ChildProcess.startHeld(builder);
    } catch (IOException e) {
      throw new CommandException(
          this + " cannot be started in " + folder + ": " + e.getMessage(), e);
    }
  }

  private int finish(
      ChildProcess child, InputStream stream, Consumer<String> lines, Duration limit) {
    Thread reader = new Thread(() -> read(stream, lines), "output of " + this);
    reader.setDaemon(true);
    reader.start();
    try {
      if (!child.process().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CommandException(
            this + " did not end within " + limit.toSeconds() + " s and was stopped", null);
      }
      reader.join();
      return child.process().exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(this + " was interrupted and stopped", e);
    } finally {
      child.stop(GRACE);
    }
  }

  private static void read(InputStream stream, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines);
    } catch (IOException | UncheckedIOException closed) {
      // The process was stopped; what it still had to say is lost.
    }
  }

  /** The program's name and its first argument, for messages. */
  @Override
  public String toString() {
    return words.size() > 1
        ? Path.of(words.get(0)).getFileName() + " " + words.get(1)
        : words.get(0);
  }
}
