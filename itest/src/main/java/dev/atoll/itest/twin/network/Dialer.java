package dev.atoll.itest.twin.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Opens TCP connections as the deployment's network would: from the host's own address, with the
 * delay of the path, and only where a packet arrives and its answer comes back.
 */
public interface Dialer {

  /**
   * Opens a connection.
   *
   * @param from who dials; the other side sees its address
   * @param to the other side
   * @throws java.net.SocketTimeoutException when the network drops the packets
   * @throws IOException when nobody listens there
   */
  Socket dial(Host from, InetSocketAddress to) throws IOException;
}
