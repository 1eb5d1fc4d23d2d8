package dev.atoll.conformance.audit.fix;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a health check ask the load balancer to which the records of its file lead, where that is
 * one for all of them. Route 53 validates no certificate, so the load balancer's own name serves.
 */
final class HealthCheckFix {

  private static final Pattern CHECK =
      Pattern.compile("^resource\\s+\"aws_route53_health_check\"\\s+\"[^\"]+\"\\s*\\{\\s*$");
  private static final Pattern ASKED =
      Pattern.compile("^(\\s*fqdn\\s*=\\s*)[^\\s#/]+(.*)", Pattern.DOTALL);
  private static final Pattern ALIAS = Pattern.compile("^\\s*alias\\s*\\{\\s*$");
  private static final Pattern NAME = Pattern.compile("^\\s*name\\s*=\\s*([\\w.\\[\\]]+)\\s*$");

  private HealthCheckFix() {}

  static void in(Lines lines, int start) {
    Set<String> targets = targets(lines);
    if (targets.size() != 1 || !CHECK.matcher(lines.line(start)).matches()) {
      return;
    }
    List<Integer> asked = lines.matching(start, lines.blockEnd(start), ASKED);
    if (asked.size() == 1) {
      Matcher line = ASKED.matcher(lines.line(asked.get(0)));
      String target = Matcher.quoteReplacement(targets.iterator().next());
      lines.replace(asked.get(0), List.of(line.replaceFirst("$1" + target + "$2")));
    }
  }

  /** The names to which aliases lead, as they are written; one that is not plain counts, too. */
  private static Set<String> targets(Lines lines) {
    return lines.matching(1, lines.count(), ALIAS).stream()
        .map(
            alias ->
                lines.matching(alias, lines.blockEnd(alias), NAME).stream()
                    .findFirst()
                    .map(lines::line)
                    .map(line -> NAME.matcher(line).replaceFirst("$1").strip())
                    .orElse("alias in line " + alias))
        .collect(Collectors.toSet());
  }
}
