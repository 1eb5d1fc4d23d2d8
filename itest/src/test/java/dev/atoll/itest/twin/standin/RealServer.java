package dev.atoll.itest.twin.standin;

import static org.awaitility.Awaitility.await;

import dev.atoll.itest.process.ChildProcess;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The real server that a stand-in stands for, run from a program on this machine. */
public final class RealServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final ChildProcess process;
  private final Path log;
  private final InetSocketAddress address;

  private RealServer(ChildProcess process, Path log, InetSocketAddress address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /**
   * Starts it and waits for its first answer 200.
   *
   * @param program what runs, and its environment
   * @param log where what it writes is kept
   * @param address where it will listen
   * @param probe what it is asked
   */
  public static RealServer start(
      ProcessBuilder program, Path log, InetSocketAddress address, Request probe)
      throws IOException {
    program.redirectErrorStream(true).redirectOutput(log.toFile());
    RealServer started = new RealServer(ChildProcess.startHeld(program), log, address);
    try {
      await("the first answer to " + probe.uri())
          .atMost(PATIENCE)
          .until(() -> started.answers(probe));
    } catch (RuntimeException e) {
      started.close();
      throw new AssertionError(String.join("\n", started.log()), e);
    }
    return started;
  }

  private boolean answers(Request probe) {
    if (!process.process().isAlive()) {
      throw new IllegalStateException("it ended");
    }
    try {
      return Wire.send(Stage.CLIENT, address, probe).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /** What it wrote. */
  public List<String> log() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once. */
  public void kill() {
    process.tree().forEach(ProcessHandle::destroyForcibly);
    process.stop(GRACE);
  }

  @Override
  public void close() {
    process.stop(GRACE);
  }
}
