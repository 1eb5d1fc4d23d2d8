package dev.atoll.topology;

import dev.atoll.facts.Facts;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Citation;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A topology that breaks at least one practice. Carries every error and every warning at once; the
 * message is meant to be read by a person.
 */
public final class InvalidTopology extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  private InvalidTopology(String name, List<Finding> findings) {
    super(message(name, findings));
    this.findings = List.copyOf(findings);
  }

  /** Every finding: the errors that keep the topology from being built, and the warnings beside. */
  public List<Finding> findings() {
    return findings;
  }

  static void throwIfWrong(Design design) {
    List<Finding> findings = findings(design);
    if (findings.stream().anyMatch(InvalidTopology::isError)) {
      throw new InvalidTopology(design.name(), findings);
    }
  }

  static List<Finding> findings(Design design) {
    Facts facts = DesignFacts.of(design);
    return Catalogue.all().stream()
        .flatMap(practice -> practice.judge(facts).findings().stream())
        .toList();
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  private static String message(String name, List<Finding> findings) {
    long errors = findings.stream().filter(InvalidTopology::isError).count();
    return Stream.concat(
            Stream.of(
                "The topology \"%s\" cannot be built: %d %s."
                    .formatted(name, errors, errors == 1 ? "error" : "errors")),
            findings.stream().map(InvalidTopology::paragraph))
        .collect(Collectors.joining("\n\n"));
  }

  private static String paragraph(Finding finding) {
    return """
    %s %s: %s
      where   %s
      why     %s
      source  %s
      fix     %s\
    """
        .formatted(
            finding.severity().name().toLowerCase(Locale.ROOT),
            finding.practice().id(),
            finding.what(),
            lines(finding.where()),
            finding.practice().why(),
            lines(finding.practice().sources().stream().map(Citation::toString).toList()),
            finding.fix());
  }

  private static String lines(List<?> lines) {
    return lines.stream().map(Object::toString).collect(Collectors.joining("\n          "));
  }
}
