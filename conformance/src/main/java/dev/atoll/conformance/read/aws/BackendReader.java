package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Region;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.state.StateBackend;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The backend block of a root. Its arguments are literals: Terraform allows no expressions there.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/s3">S3 backend</a>
 */
public final class BackendReader {

  private BackendReader() {}

  /** What the blocks say, each thing once: the roots of one deployment tend to say the same. */
  public static Collection<StateBackend> read(Root root) {
    Map<StateBackend, StateBackend> different = new LinkedHashMap<>();
    Source several = new Source(root.origin(), "");
    for (Root.Backend backend : root.backends()) {
      StateBackend fact = read(root, backend);
      // A state that lies beside a root is that root's alone.
      boolean own = backend.type().equals("local");
      different.putIfAbsent(
          new StateBackend(
              own ? fact.source() : several,
              fact.ref(),
              fact.type(),
              fact.bucket(),
              fact.region(),
              fact.encrypted(),
              fact.locked()),
          fact);
    }
    return different.values();
  }

  private static StateBackend read(Root root, Root.Backend backend) {
    Ref ref = new Ref("terraform.backend." + backend.type());
    boolean s3 = backend.type().equals("s3");
    boolean lockFile = flag(backend, "use_lockfile");
    boolean table = backend.arguments().members().containsKey("dynamodb_table");
    // What a block leaves out may come from the command line, as the bucket then does, too.
    boolean whole = s3 && Stream.of("bucket", "key").allMatch(name -> isSet(backend, name));
    String why =
        s3
            ? "the backend block leaves its settings to the command line"
            : "a backend of type " + backend.type() + " does not say";
    return new StateBackend(
        new Source(root.origin(), ref + " (" + backend.file() + ")"),
        ref,
        Value.known(backend.type()),
        text(backend, "bucket"),
        text(backend, "region").map(Region::new),
        whole ? Value.known(flag(backend, "encrypt")) : Value.unknown(why),
        whole ? Value.known(lockFile || table) : Value.unknown(why));
  }

  private static boolean isSet(Root.Backend backend, String name) {
    return backend.arguments().member(name).asText().isPresent();
  }

  private static boolean flag(Root.Backend backend, String name) {
    return backend.arguments().member(name).asText().filter("true"::equals).isPresent();
  }

  private static Value<String> text(Root.Backend backend, String name) {
    Term term = backend.arguments().member(name);
    return term.asText()
        .map(Value::known)
        .orElseGet(
            () ->
                Value.unknown(
                    "the backend block does not name its "
                        + name
                        + "; the command line or the environment may"));
  }
}
