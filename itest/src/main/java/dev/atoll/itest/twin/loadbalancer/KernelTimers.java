package dev.atoll.itest.twin.loadbalancer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When the kernel will send the next TCP keep-alive on the connections of this machine: the timers
 * that it shows in {@code /proc/net/tcp}. A twin's clients and servers are all on this machine, so
 * a load balancer of the twin can see what a real one learns from the packets themselves; it need
 * not wait for them. Other systems than Linux do not show their timers.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html">The
 *     proc/net/tcp and proc/net/tcp6 variables</a>
 */
final class KernelTimers {

  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  /** The unit of the table, on every architecture that Linux runs on today. */
  private static final Duration TICK = Duration.ofMillis(10);

  /** An IPv4 address in the table of IPv6. */
  private static final String MAPPED = "0000000000000000FFFF0000";

  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int TIMER = 5;
  private static final String KEEP_ALIVE = "02:";

  private final Map<String, Duration> due;

  private KernelTimers(Map<String, Duration> due) {
    this.due = due;
  }

  /** Whether this system shows them. */
  static boolean areShown() {
    return TABLES.stream().anyMatch(Files::isReadable);
  }

  /** As they stand now. */
  static KernelTimers read() {
    Map<String, Duration> due = new HashMap<>();
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        read(table, due);
      }
    }
    return new KernelTimers(due);
  }

  private static void read(Path table, Map<String, Duration> due) {
    try {
      for (String line : Files.readAllLines(table)) {
        String[] column = line.trim().split("\\s+", -1);
        if (column.length > TIMER && column[TIMER].startsWith(KEEP_ALIVE)) {
          long ticks = Long.parseLong(column[TIMER].substring(KEEP_ALIVE.length()), 16);
          due.put(plain(column[LOCAL]) + " " + plain(column[REMOTE]), TICK.multipliedBy(ticks));
        }
      }
    } catch (IOException e) {
      // The table is gone or not ours to read: no timer is seen, and idle connections end.
      due.clear();
    }
  }

  private static String plain(String address) {
    return address.startsWith(MAPPED) ? address.substring(MAPPED.length()) : address;
  }

  /** How long until the kernel of one side sends a keep-alive; empty when it will not. */
  Optional<Duration> next(InetSocketAddress sender, InetSocketAddress receiver) {
    return Optional.ofNullable(due.get(shown(sender) + " " + shown(receiver)));
  }

  /** As the table has it: the address as a number in the order of the machine's bytes. */
  private static String shown(InetSocketAddress address) {
    byte[] bytes = address.getAddress().getAddress();
    return String.format(
        Locale.ROOT,
        "%02X%02X%02X%02X:%04X",
        bytes[3],
        bytes[2],
        bytes[1],
        bytes[0],
        address.getPort());
  }
}
