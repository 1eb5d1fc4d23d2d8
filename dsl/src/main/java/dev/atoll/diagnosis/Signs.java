package dev.atoll.diagnosis;

import dev.atoll.analysis.secrets.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines that look like an error: Terraform's "Error:", levels of logs, curl's exits. One is
 * explained when a known error follows close to it, as the cause does below Terraform's headline.
 */
final class Signs {

  private static final Pattern SIGN =
      Pattern.compile(
          "^failed\\b|\\b(?:error|fatal|panic)[:\\]]|\\[(?:erro|crit|fata)\\]"
              + "|\\blevel=(?:error|fatal)\\b|\"level\":\\s*\"(?:error|fatal)\"|\\bcurl: \\(\\d+\\)"
              + "|\\b(?:CrashLoopBackOff|ImagePullBackOff|ErrImagePull|OOMKilled)\\b",
          Pattern.CASE_INSENSITIVE);

  /** How many lines after its headline a cause may stand. */
  private static final int CAUSE_WITHIN = 14;

  private static final int KEPT = 5;
  private static final int SHOWN = 160;

  private final List<Recognition.Unexplained> unexplained = new ArrayList<>();
  private Optional<LogLine> open = Optional.empty();
  private long count;

  /** A line that is no known error. */
  void see(LogLine line) {
    if (open.isPresent() && line.number() - open.get().number() > CAUSE_WITHIN) {
      close();
    }
    if (SIGN.matcher(line.text()).find()) {
      close();
      open = Optional.of(line);
    }
  }

  /** A known error is in that line. */
  void explain(long line) {
    if (open.isPresent() && line - open.get().number() > CAUSE_WITHIN) {
      close();
    }
    open = Optional.empty();
  }

  /** The first that stayed unexplained. */
  List<Recognition.Unexplained> unexplained() {
    close();
    return unexplained;
  }

  /** How many stayed unexplained. */
  long count() {
    close();
    return count;
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    count++;
    if (unexplained.size() < KEPT) {
      String text = Masking.masked(open.get().text());
      String shown = text.substring(0, Math.min(SHOWN, text.length()));
      unexplained.add(new Recognition.Unexplained(open.get().number(), shown));
    }
    open = Optional.empty();
  }
}
