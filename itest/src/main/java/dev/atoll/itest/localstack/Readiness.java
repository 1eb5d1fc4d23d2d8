package dev.atoll.itest.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The wait between starting an emulator and its first answer.
 *
 * @param process the emulator
 * @param endpoint where it will answer
 * @param log what it wrote, for the message when it does not
 */
record Readiness(Process process, URI endpoint, Path log) {

  /**
   * Ready takes 2 to 8 s; the first start after an installation on a busy machine is the slowest.
   */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /**
   * Returns at the first answer.
   *
   * @throws LocalStackException with the last lines of the log; the process is ended
   */
  void await() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest health =
        HttpRequest.newBuilder(new Health(endpoint).address())
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      Awaitility.await()
          .pollDelay(Duration.ofMillis(500))
          .pollInterval(Duration.ofMillis(200))
          .atMost(LIMIT)
          .until(() -> !process.isAlive() || answers(client, health));
    } catch (ConditionTimeoutException e) {
      process.destroyForcibly();
      throw failure("LocalStack did not answer within " + LIMIT.toSeconds() + " s");
    }
    if (!process.isAlive()) {
      throw failure("LocalStack ended with exit code " + process.exitValue() + " while starting");
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private LocalStackException failure(String what) {
    return new LocalStackException(what + ". Log: " + log + ". Last lines:\n" + lastLines());
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "(the log cannot be read: " + e.getMessage() + ")";
    }
  }
}
