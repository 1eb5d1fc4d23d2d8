package dev.atoll.itest.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Python files that start the emulator and complete it. */
final class Scripts {

  /** What starts it. */
  static final String LAUNCH = "launch.py";

  /** What completes it, from what is in gaps/. */
  static final String COMPLETE = "complete.py";

  /** One for each service, or a part of one, in which gaps are filled, and what they share. */
  static final List<String> GAPS =
      List.of(
          "gaps/filled.py",
          "gaps/tagging.py",
          "gaps/cloudwatch.py",
          "gaps/ec2.py",
          "gaps/rds.py",
          "gaps/eks_clusters.py",
          "gaps/eks_endpoints.py",
          "gaps/eks_parts.py",
          "gaps/elasticache.py",
          "gaps/elasticache_users.py",
          "gaps/elbv2.py",
          "gaps/secretsmanager.py");

  private Scripts() {}

  /** Copies them there. */
  static void copyTo(Path folder) throws IOException {
    copy(LAUNCH, folder);
    copy(COMPLETE, folder);
    for (String script : GAPS) {
      copy(script, folder);
    }
  }

  private static void copy(String script, Path folder) throws IOException {
    Path file = folder.resolve(script);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Resources.text(script));
  }
}
