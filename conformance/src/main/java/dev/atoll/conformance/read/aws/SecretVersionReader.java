package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What secrets say: how clients connect to databases and caches. Everything else in them is passed
 * over, and reported only if it is a credential that stays in the state.
 */
final class SecretVersionReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_secretsmanager_secret_version");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(DatabaseConnection.class, CacheConnection.class, Credential.class);
  }

  @Override
  public List<Fact> read(Attributes version) {
    if (!version.has("secret_string")) {
      boolean writeOnly =
          version.has("secret_string_wo") || version.has("secret_string_wo_version");
      return writeOnly ? List.of(credential(version, Custody.WRITE_ONLY)) : List.of();
    }
    Optional<Written> written = Written.of(version.content("secret_string"));
    if (written.isEmpty()) {
      return List.of(
          new Credential(
              version.source(),
              version.ref(),
              "secret_string of " + version.ref(),
              Value.unknown("its content is computed")));
    }
    List<Fact> facts = new ArrayList<>();
    Connections connections = new Connections(version, written.get());
    connections.database().ifPresent(facts::add);
    connections.cache().ifPresent(facts::add);
    if (connections.holdsPassword() || facts.isEmpty()) {
      facts.add(credential(version, Custodies.of(version, "secret_string")));
    }
    return facts;
  }

  private static Credential credential(Attributes version, Custody custody) {
    return new Credential(
        version.source(), version.ref(), "secret_string of " + version.ref(), Value.known(custody));
  }

  /**
   * A text and the references in it, which are written as {@code <address.path>}.
   *
   * @param text the text
   */
  record Written(String text) {

    /** Empty when a part of it is not known. */
    static Optional<Written> of(Term term) {
      return written(term).asText().map(Written::plain).map(Written::new);
    }

    /** Terraform's jsonencode escapes what JSON need not escape. */
    private static String plain(String text) {
      return text.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&");
    }

    private static Term written(Term term) {
      if (term instanceof Term.Reference reference) {
        return Term.text("<" + reference + ">");
      }
      if (term instanceof Term.Template template) {
        return joined(template.parts().stream().map(Written::written).toList());
      }
      if (term instanceof Term.ListOf list) {
        return new Term.ListOf(list.elements().stream().map(Written::written).toList());
      }
      if (term instanceof Term.ObjectOf object) {
        Map<String, Term> members = new HashMap<>();
        object.members().forEach((name, member) -> members.put(name, written(member)));
        return new Term.ObjectOf(members);
      }
      return term instanceof Term.Call call
          ? Term.Call.of(call.function(), call.arguments().stream().map(Written::written).toList())
          : term;
    }

    private static Term joined(List<Term> parts) {
      return parts.stream().allMatch(part -> part.asText().isPresent())
          ? Term.text(
              parts.stream().map(part -> part.asText().orElseThrow()).collect(Collectors.joining()))
          : new Term.Unknown("a part of it is not known");
    }
  }
}
