package dev.atoll.conformance.cli;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A name server on loopback that answers every name with 127.0.0.1. */
final class OneAddress implements AutoCloseable {

  private final DatagramSocket socket;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private OneAddress(DatagramSocket socket) {
    this.socket = socket;
  }

  static OneAddress start() throws IOException {
    OneAddress server = new OneAddress(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(server::answer, "one address");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private void answer() {
    byte[] buffer = new byte[4096];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        byte[] reply = reply(new Message(Arrays.copyOf(buffer, packet.getLength()))).toWire();
        socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private Message reply(Message query) {
    Record question = query.getQuestion();
    asked.add(question.getName().toString(true));
    Message reply = new Message(query.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.addRecord(question, Section.QUESTION);
    reply.addRecord(
        new ARecord(question.getName(), DClass.IN, 60, InetAddress.getLoopbackAddress()),
        Section.ANSWER);
    return reply;
  }

  /** As {@code --resolver} takes it. */
  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The names that were asked for, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    socket.close();
  }
}
