package dev.atoll.itest.backend;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What Linux lets root do, piece by piece. A privileged container takes every capability of the
 * kernel; where one is withheld from the whole machine, no engine on it can give that.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/capabilities.7.html">capabilities(7)</a>
 */
public final class Capabilities {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path LAST = Path.of("/proc/sys/kernel/cap_last_cap");
  private static final String BOUND = "CapBnd:";

  /** By their number, from 0, as in linux/capability.h. */
  private static final List<String> NAMES =
      List.of(
          ("CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP"
               + " LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK"
               + " IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN"
               + " SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE"
               + " AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND"
               + " AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE")
              .split(" "));

  private Capabilities() {}

  /**
   * Those that this process could never have, such as {@code CAP_SYS_RESOURCE}; none where that is
   * not known.
   */
  public static List<String> withheld() {
    // By lines: what reads a file by its length finds none in /proc, or a single byte.
    try {
      int last = Integer.parseInt(Files.readAllLines(LAST).get(0).strip());
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(BOUND))
          .flatMap(line -> withheld(line.substring(BOUND.length()).strip(), last).stream())
          .toList();
    } catch (IOException | NumberFormatException unknownHere) {
      return List.of();
    }
  }

  static List<String> withheld(String bound, int last) {
    BigInteger granted = new BigInteger(bound, 16);
    return IntStream.rangeClosed(0, Math.min(last, NAMES.size() - 1))
        .filter(number -> !granted.testBit(number))
        .mapToObj(number -> "CAP_" + NAMES.get(number))
        .toList();
  }
}
