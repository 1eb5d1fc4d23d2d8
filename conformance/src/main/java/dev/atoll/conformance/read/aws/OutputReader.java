package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseGrant;
import dev.atoll.facts.secret.CredentialOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outputs: whether they show credentials, and what they tell a person to run. */
public final class OutputReader {

  /** Arguments and attributes that hold credentials, as provider schemas name them. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "\\b(master_password|auth_token|passwords?|secret_string|secret_binary|result|token)\\b");

  private static final Set<String> NAMES =
      Set.of("master_password", "auth_token", "password", "passwords", "secret_binary");

  private static final Pattern GRANT = Pattern.compile("GRANT\\s+rds_iam\\s+TO\\s+\"?(\\w+)");

  private final Root root;
  private final Set<String> secrets = new HashSet<>();

  private OutputReader(Root root) {
    this.root = root;
    root.resources()
        .forEach(
            resource ->
                NAMES.forEach(
                    name ->
                        resource
                            .arguments()
                            .member(name)
                            .asText()
                            .filter(text -> !text.isEmpty())
                            .ifPresent(secrets::add)));
  }

  /** What the outputs of that root say. */
  public static List<Fact> read(Root root) {
    OutputReader reader = new OutputReader(root);
    List<Fact> facts = new ArrayList<>();
    root.shown().forEach(output -> facts.addAll(reader.facts(output)));
    return facts;
  }

  private List<Fact> facts(Root.Output output) {
    Ref ref = new Ref(output.address());
    Source source = new Source(root.origin(), output.place());
    List<Fact> facts = new ArrayList<>();
    if (shows(output.value())) {
      facts.add(new CredentialOutput(source, ref, Value.known(output.sensitive())));
    }
    Matcher grant = GRANT.matcher(output.value().asText().orElse(""));
    while (grant.find()) {
      facts.add(new DatabaseGrant(source, ref, Value.known(grant.group(1))));
    }
    return facts;
  }

  private boolean shows(Term value) {
    if (value instanceof Term.Reference reference) {
      return CREDENTIAL.matcher(reference.path()).find();
    }
    if (value instanceof Term.Template template) {
      return template.parts().stream().anyMatch(this::shows);
    }
    if (value instanceof Term.Derived derived) {
      return derived.from().stream().anyMatch(this::shows);
    }
    if (value instanceof Term.Call call) {
      return call.arguments().stream().anyMatch(this::shows);
    }
    if (value instanceof Term.ListOf list) {
      return list.elements().stream().anyMatch(this::shows);
    }
    if (value instanceof Term.ObjectOf object) {
      return object.members().values().stream().anyMatch(this::shows);
    }
    // An expression that was not evaluated still names what it refers to.
    return value instanceof Term.Unknown unknown
        ? CREDENTIAL.matcher(unknown.why().replaceAll("known after apply", "")).find()
        : value.asText().filter(text -> secrets.stream().anyMatch(text::contains)).isPresent();
  }
}
