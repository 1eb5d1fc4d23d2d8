package dev.atoll.conformance.audit.fix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a look-up of a load balancer which cluster is meant, where the file looks up just one
 * cluster: the controller writes its name into a tag.
 */
final class LookupFix {

  private static final Pattern LOOKUP =
      Pattern.compile("^data\\s+\"aws_lb\"\\s+\"[^\"]+\"\\s*\\{\\s*$");
  private static final Pattern CLUSTER =
      Pattern.compile("^data\\s+\"aws_eks_cluster\"\\s+\"([^\"]+)\"\\s*\\{\\s*$");
  private static final Pattern SERVICE =
      Pattern.compile("^(\\s*)\"service\\.k8s\\.aws/stack\"(\\s*=).*?(\\r?\\n)$", Pattern.DOTALL);

  private LookupFix() {}

  static void in(Lines lines, int start) {
    List<Integer> clusters = lines.matching(1, lines.count(), CLUSTER);
    if (clusters.size() != 1 || !LOOKUP.matcher(lines.line(start)).matches()) {
      return;
    }
    Matcher cluster = CLUSTER.matcher(lines.line(clusters.get(0)));
    int end = lines.blockEnd(start);
    List<Integer> tags = lines.matching(start, end, SERVICE);
    boolean told =
        !lines.matching(start, end, Pattern.compile("elbv2\\.k8s\\.aws/cluster")).isEmpty();
    if (tags.size() == 1 && !told && cluster.matches()) {
      String tag = lines.line(tags.get(0));
      Matcher service = SERVICE.matcher(tag);
      if (service.matches()) {
        String line =
            "%s\"elbv2.k8s.aws/cluster\" = data.aws_eks_cluster.%s.name%s"
                .formatted(service.group(1), cluster.group(1), service.group(3));
        lines.replace(tags.get(0), List.of(tag, line));
      }
    }
  }
}
