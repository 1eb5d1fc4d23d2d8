package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.facts.loadbalancer.TargetGroup.HealthProbe;
import dev.atoll.itest.twin.network.Host;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Asks a target for its health, as its target group has it: a connection, or an answer from 200 to
 * 399.
 *
 * @param check how
 * @param balancer who asks
 */
record HealthQuestion(HealthProbe check, Host balancer, Connector connector)
    implements Predicate<Target> {

  @Override
  public boolean test(Target target) {
    int port = check.port().matches("\\d+") ? Integer.parseInt(check.port()) : target.port();
    try (Socket socket = connector.probe(balancer, target, port)) {
      return !check.protocol().startsWith("HTTP") || isGood(socket, target);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isGood(Socket socket, Target target) throws IOException {
    socket.setSoTimeout((int) connector.patience().toMillis());
    String request =
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\nUser-Agent: ELB-HealthChecker/2.0\r\n\r\n"
            .formatted(
                check.path().orElse("/"), target.host().address().getHostAddress(), target.port());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String status =
        new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    return status != null && status.matches("HTTP/1\\.[01] [23]\\d\\d.*");
  }
}
