package dev.atoll.itest.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What processes listen on, as Linux tells it in /proc. */
final class ListeningSockets {

  private static final String LISTENING = "0A";

  private ListeningSockets() {}

  /** The local addresses of all TCP sockets on which these processes listen. */
  static List<InetAddress> of(List<Long> pids) {
    Set<String> inodes = new HashSet<>();
    pids.forEach(pid -> inodes.addAll(inodes(pid)));
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(Path.of("/proc/net", table)).stream().skip(1))
        .map(line -> line.strip().split("\\s+", -1))
        .filter(columns -> columns[3].equals(LISTENING) && inodes.contains(columns[9]))
        .map(columns -> address(columns[1].substring(0, columns[1].indexOf(':'))))
        .toList();
  }

  private static Set<String> inodes(long pid) {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path descriptor : descriptors.toList()) {
        String target = Files.readSymbolicLink(descriptor).toString();
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    } catch (IOException ended) {
      // It went, and with it its sockets.
    }
    return inodes;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Words of four bytes, each in the order of the machine: the lowest first.
  private static InetAddress address(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    byte[] ordered = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      ordered[i] = bytes[i / 4 * 4 + 3 - i % 4];
    }
    try {
      return InetAddress.getByAddress(ordered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
