package dev.atoll.conformance.audit.fix;

import java.util.List;
import java.util.regex.Pattern;

/** Makes a release install over what is there: writes the argument, or switches it on. */
final class UpgradeInstallFix {

  private static final Pattern OFF = Pattern.compile("(\\s*upgrade_install\\s*=\\s*)false\\b");

  private UpgradeInstallFix() {}

  static void in(Lines lines, int start) {
    String first = lines.line(start);
    if (!first.contains("\"helm_release\"") || !first.strip().endsWith("{")) {
      return;
    }
    for (int number = start; number <= lines.blockEnd(start); number++) {
      String line = lines.line(number);
      if (OFF.matcher(line).find()) {
        lines.replace(number, List.of(OFF.matcher(line).replaceFirst("$1true")));
        return;
      }
      if (line.strip().startsWith("upgrade_install")) {
        return;
      }
    }
    String end = first.endsWith("\r\n") ? "\r\n" : "\n";
    String indent = first.substring(0, first.indexOf("resource"));
    lines.replace(start, List.of(first, indent + "  upgrade_install = true" + end));
  }
}
