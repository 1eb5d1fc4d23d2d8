package dev.atoll.itest.twin.dns;

import dev.atoll.analysis.dns.Answer;
import dev.atoll.analysis.dns.Health;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.aws.Region;
import dev.atoll.itest.twin.network.Loops;
import dev.atoll.traffic.TrafficException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/**
 * A name server that answers as Route 53 would, over UDP and TCP on one port. Stand-in: what it
 * answers is tested against the table of {@link dev.atoll.analysis.dns.cases.DnsCases}.
 */
public final class NameServer implements AutoCloseable {

  private static final int SMALLEST_PAYLOAD = 512;
  private static final int TRIES_FOR_A_PORT = 20;
  private static final int TCP_PATIENCE_MILLIS = 5000;

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Loops loops = new Loops();
  private final ExecutorService threads;
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private volatile Replies replies;

  /** A question that was answered, and how. */
  public record Exchange(Question question, Answer answer) {}

  private NameServer(DatagramSocket udp, ServerSocket tcp, Replies replies) {
    this.udp = udp;
    this.tcp = tcp;
    this.replies = replies;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "name server " + udp.getLocalSocketAddress());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to answer.
   *
   * @param at where; with port 0 any port that is free for both UDP and TCP
   * @param route53 the zones
   * @param health what Route 53 knows, asked anew for each question
   * @param addresses where on loopback the load balancers are
   * @param regions the Region that is nearest to an address of a resolver, or of a client subnet
   *     that a resolver passes on; empty for an address that is nowhere, which is refused
   * @throws TrafficException when the port is taken
   */
  public static NameServer start(
      InetSocketAddress at,
      Route53 route53,
      Health health,
      AliasAddresses addresses,
      Function<InetAddress, Optional<Region>> regions) {
    Replies replies = new Replies(route53, health, addresses, regions);
    IOException last = null;
    for (int i = 0; i < TRIES_FOR_A_PORT; i++) {
      try {
        NameServer server = bound(at, replies);
        server.threads.execute(server.loops.of(server::answerDatagrams));
        server.threads.execute(server.loops.of(server::answerConnections));
        return server;
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new TrafficException("No name server can listen at " + at, last);
  }

  private static NameServer bound(InetSocketAddress at, Replies replies) throws IOException {
    ServerSocket tcp = new ServerSocket();
    try {
      tcp.setReuseAddress(true);
      tcp.bind(at);
      DatagramSocket udp =
          new DatagramSocket(new InetSocketAddress(at.getAddress(), tcp.getLocalPort()));
      return new NameServer(udp, tcp, replies);
    } catch (IOException e) {
      tcp.close();
      throw e;
    }
  }

  /** Where it listens, by UDP and TCP. */
  public InetSocketAddress address() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  /** What was asked and answered so far, oldest first. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Answers from these zones from now on, as when records were changed. */
  public void serve(Route53 route53) {
    replies = new Replies(route53, replies.health(), replies.addresses(), replies.regions());
  }

  private void answerDatagrams() {
    byte[] buffer = new byte[65_535];
    while (!udp.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        udp.receive(packet);
      } catch (IOException closed) {
        continue;
      }
      byte[] asked = Arrays.copyOf(packet.getData(), packet.getLength());
      SocketAddress client = packet.getSocketAddress();
      threads.execute(() -> answerDatagram(asked, client));
    }
  }

  private void answerDatagram(byte[] asked, SocketAddress client) {
    try {
      Message query = new Message(asked);
      OPTRecord opt = query.getOPT();
      int payload =
          opt == null ? SMALLEST_PAYLOAD : Math.max(SMALLEST_PAYLOAD, opt.getPayloadSize());
      byte[] reply = reply(query, ((InetSocketAddress) client).getAddress(), payload);
      udp.send(new DatagramPacket(reply, reply.length, client));
    } catch (IOException unreadableOrGone) {
      // What is no message gets no reply; a client that left needs none.
    }
  }

  private void answerConnections() {
    while (!tcp.isClosed()) {
      try {
        Socket socket = tcp.accept();
        threads.execute(() -> answerConnection(socket));
      } catch (IOException closed) {
        // The loop ends.
      }
    }
  }

  private void answerConnection(Socket socket) {
    try (socket) {
      socket.setSoTimeout(TCP_PATIENCE_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] asked = in.readNBytes(in.readUnsignedShort());
        byte[] reply = reply(new Message(asked), socket.getInetAddress(), Message.MAXLENGTH);
        out.writeShort(reply.length);
        out.write(reply);
        out.flush();
      }
    } catch (IOException done) {
      // The client closed, was silent for too long, or sent what is no message.
    }
  }

  private byte[] reply(Message query, InetAddress client, int payload) {
    Replies.Reply reply = replies.reply(query, client);
    reply
        .question()
        .ifPresent(question -> exchanges.add(new Exchange(question, reply.answer().orElseThrow())));
    // Sets the flag for "truncated" where it does not fit.
    return reply.message().toWire(payload);
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new TrafficException("The name server at " + address() + " does not close", e);
    } finally {
      loops.awaitEnd();
      threads.shutdownNow();
    }
  }
}
