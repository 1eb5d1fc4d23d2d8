package dev.atoll.itest.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds a command that knows nothing of us: when standard input closes, the command is asked to
 * end.
 *
 * <p>The operating system closes that pipe when this JVM ends, however it ends; so no command
 * outlives a killed JVM. The command itself reads an empty standard input.
 */
final class Leash {

  // The command ignores SIGPIPE: with its reader gone it shall end in good order, not in
  // mid-sentence.
  // "read" is a builtin, so that nothing but the two shells has to be ended.
  private static final String SCRIPT =
      """
      exec 3<&0
      trap '' PIPE
      "$@" </dev/null 3<&- &
      command=$!
      (while read -r _; do :; done; kill -TERM $command) <&3 >/dev/null 2>&1 &
      watch=$!
      wait $command
      status=$?
      kill $watch 2>/dev/null
      exit $status
      """;

  private Leash() {}

  static List<String> hold(List<String> command) {
    List<String> held = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
    held.addAll(command);
    return held;
  }
}
