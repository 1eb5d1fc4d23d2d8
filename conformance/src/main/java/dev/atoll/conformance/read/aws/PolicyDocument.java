package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Value;
import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.facts.iam.TrustPolicy.Condition;
import dev.atoll.facts.iam.TrustPolicy.Principal;
import dev.atoll.facts.iam.TrustPolicy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads {@code data.aws_iam_policy_document} from its arguments, for when its result is not known
 * yet.
 */
final class PolicyDocument {

  private PolicyDocument() {}

  static Value<TrustPolicy> read(Attributes document) {
    if (document.has("source_policy_documents") || document.has("override_policy_documents")) {
      return Value.unknown(document.ref() + " takes statements from other documents");
    }
    return document
        .blocks("statement")
        .flatMap(blocks -> all(blocks, PolicyDocument::statement))
        .map(TrustPolicy::new);
  }

  private static Value<Statement> statement(Attributes block) {
    boolean exceptPrincipals = block.has("not_principals");
    boolean exceptActions = block.has("not_actions");
    Value<Boolean> allows = block.text("effect", "Allow").map("Allow"::equals);
    Value<List<Principal>> principals =
        block
            .blocks(exceptPrincipals ? "not_principals" : "principals")
            .flatMap(blocks -> all(blocks, PolicyDocument::principals))
            .map(lists -> lists.stream().flatMap(List::stream).toList());
    Value<List<String>> actions = block.symbolics(exceptActions ? "not_actions" : "actions");
    Value<List<Condition>> conditions =
        block.blocks("condition").flatMap(blocks -> all(blocks, PolicyDocument::condition));
    return allows.flatMap(
        effect ->
            principals.flatMap(
                who ->
                    both(
                        actions,
                        conditions,
                        (what, when) ->
                            new Statement(
                                effect, who, exceptPrincipals, what, exceptActions, when))));
  }

  private static Value<List<Principal>> principals(Attributes block) {
    return both(
        block.text("type"),
        block.symbolics("identifiers"),
        (kind, names) -> names.stream().map(name -> new Principal(kind, name)).toList());
  }

  private static Value<Condition> condition(Attributes block) {
    return both(
            block.text("test"),
            block.symbolic("variable"),
            (test, key) -> Stream.of(test, key).toList())
        .flatMap(
            names ->
                block
                    .symbolics("values")
                    .map(values -> new Condition(names.get(0), names.get(1), values)));
  }

  private static <A, B, R> Value<R> both(Value<A> one, Value<B> two, BiFunction<A, B, R> both) {
    return one.flatMap(a -> two.map(b -> both.apply(a, b)));
  }

  private static <T> Value<List<T>> all(
      List<Attributes> blocks, Function<Attributes, Value<T>> read) {
    Value<List<T>> all = Value.known(List.of());
    for (Attributes block : blocks) {
      Value<T> one = read.apply(block);
      all =
          both(
              all,
              one,
              (some, more) -> {
                List<T> together = new ArrayList<>(some);
                together.add(more);
                return together;
              });
    }
    return all;
  }
}
