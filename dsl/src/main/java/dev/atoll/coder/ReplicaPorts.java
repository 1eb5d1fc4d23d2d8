package dev.atoll.coder;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The TCP ports on which Coder servers dial each other, by release line.
 *
 * <p>8080 is the HTTP port of the official chart; replicas relay DERP through it ({@code
 * CODER_DERP_SERVER_RELAY_URL=http://$(KUBE_POD_IP):8080}). 6222 is the cluster port of the
 * embedded NATS server, by which newer replicas pass events on. It came as the experiment {@code
 * nats_pubsub} (release 2.36.0 still has it off by default) and is on by default since the change
 * of 2026-09-14, unless the experiment {@code no_nats_pubsub} is set. 2.36.0 was tagged before that
 * change, on 2026-08-04, and 2.38.0 after it, on 2026-10-01. Of 2.37 that is not known here, so it
 * is in no line; neither is anything older than 2.27 or newer than 2.38.
 *
 * @param line the release line, for display
 * @param ports the ports
 * @param source where it is written
 * @see <a href="https://github.com/coder/coder/pull/29283">make NATS pubsub opt-out</a>
 * @see <a href="https://github.com/coder/coder/blob/v2.36.0/coderd/x/nats/pubsub.go">the default
 *     cluster port</a>
 */
public record ReplicaPorts(String line, Set<Integer> ports, String source) {

  /** The line of the documented deployment: 8080 alone. */
  public static final ReplicaPorts DOCUMENTED =
      new ReplicaPorts(
          "2.27 to 2.36",
          Set.of(8080),
          "https://github.com/coder/coder/blob/v2.36.0/helm/coder/templates/_coder.tpl");

  private static final ReplicaPorts CLUSTERED =
      new ReplicaPorts("2.38", Set.of(8080, 6222), "https://github.com/coder/coder/pull/29283");

  private record Line(int first, int last, ReplicaPorts ports) {}

  private static final List<Line> TABLE =
      List.of(new Line(27, 36, DOCUMENTED), new Line(38, 38, CLUSTERED));

  private static final Pattern VERSION = Pattern.compile("v?2\\.(\\d{1,4})(?:\\.\\d+)?(?:[-+].*)?");

  public ReplicaPorts {
    // In ascending order, so that every listing is stable.
    ports = Collections.unmodifiableSet(new TreeSet<>(ports));
  }

  /**
   * The ports of a version such as {@code 2.27.1} or {@code v2.38.0}; empty when the table does not
   * know the version.
   */
  public static Optional<ReplicaPorts> of(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(matcher.group(1));
    return TABLE.stream()
        .filter(line -> line.first() <= minor && minor <= line.last())
        .map(Line::ports)
        .findFirst();
  }
}
