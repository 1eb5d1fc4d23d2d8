package dev.atoll.itest.twin.loadbalancer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;

/** A connection as a client makes it: TLS, whose certificate has to have the name. */
final class TestLine implements AutoCloseable {

  private final Socket plain;
  private final SSLSocket socket;
  private final BufferedReader in;

  TestLine(Socket plain, SSLContext trust, String name) throws IOException {
    this.plain = plain;
    plain.setSoTimeout(30_000);
    socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, name, plain.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
    } catch (IOException e) {
      plain.close();
      throw e;
    }
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  String says(String text) throws IOException {
    asks(text);
    return hears();
  }

  void asks(String text) throws IOException {
    socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  String hears() throws IOException {
    String answer = in.readLine();
    return answer == null ? "the end" : answer;
  }

  boolean dies() {
    try {
      return says("still there?").equals("the end");
    } catch (IOException e) {
      return true;
    }
  }

  /** The kernel is to send keep-alives when nothing was said for so long. */
  void keepAlive(int seconds) throws IOException {
    plain.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    plain.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, seconds);
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }
}
