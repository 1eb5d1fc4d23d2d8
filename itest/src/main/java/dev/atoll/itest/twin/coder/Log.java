package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.clock.TwinClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a server writes; the newest ten thousand lines. */
final class Log {

  private static final int MOST = 10_000;

  private final TwinClock clock;
  private final Deque<String> lines = new ArrayDeque<>();

  Log(TwinClock clock) {
    this.clock = clock;
  }

  synchronized void info(String text) {
    write("info", text);
  }

  synchronized void warn(String text) {
    write("warn", text);
  }

  private void write(String level, String text) {
    if (lines.size() == MOST) {
      lines.removeFirst();
    }
    lines.addLast("%s [%s] %s".formatted(clock.now(), level, text));
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
