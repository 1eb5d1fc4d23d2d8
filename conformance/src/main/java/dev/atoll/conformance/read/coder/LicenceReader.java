package dev.atoll.conformance.read.coder;

import dev.atoll.conformance.read.resource.Root;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.coder.Licence;
import dev.atoll.facts.coder.Licence.State;
import dev.atoll.stacks.coder.CoderLayer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an output says of Coder's licence: nothing else in Terraform knows of it. */
public final class LicenceReader {

  private static final Pattern PENDING = Pattern.compile("pending(?::\\s*(\\S.*))?");

  private LicenceReader() {}

  /** The licence that a root speaks of; none where it does not, or where nobody understands it. */
  public static List<Licence> read(Root root) {
    return root.shown().stream()
        .filter(output -> output.name().equals(CoderLayer.LICENCE))
        .flatMap(output -> licence(root, output).stream())
        .toList();
  }

  private static Optional<Licence> licence(Root root, Root.Output output) {
    Ref ref = new Ref(output.address());
    Source source = new Source(root.origin(), output.place());
    String said = output.value().asText().orElse("");
    if (said.equals("declared")) {
      return Optional.of(new Licence(source, ref, State.DECLARED, Optional.empty()));
    }
    Matcher pending = PENDING.matcher(said);
    return pending.matches()
        ? Optional.of(
            new Licence(source, ref, State.PENDING, Optional.ofNullable(pending.group(1))))
        : Optional.empty();
  }
}
