package dev.atoll.itest.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.Value;
import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.facts.iam.TrustPolicy.Condition;
import dev.atoll.facts.iam.TrustPolicy.Principal;
import dev.atoll.facts.iam.TrustPolicy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a trust policy from its JSON, in which whatever may be a list may also be a single value.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 *     Grammar of the IAM JSON policy language</a>
 */
public final class TrustPolicyJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TrustPolicyJson() {}

  /** The policy; unknown when the text is none. */
  public static Value<TrustPolicy> read(String text) {
    try {
      JsonNode document = JSON.readTree(text);
      if (!document.has("Statement")) {
        return Value.unknown("the trust policy has no statement");
      }
      List<Statement> statements = new ArrayList<>();
      each(document.get("Statement")).forEach(node -> statements.add(statement(node)));
      return Value.known(new TrustPolicy(statements));
    } catch (JsonProcessingException e) {
      return Value.unknown("the trust policy is no JSON");
    }
  }

  private static Statement statement(JsonNode node) {
    boolean exceptPrincipals = node.has("NotPrincipal");
    boolean exceptActions = node.has("NotAction");
    return new Statement(
        node.path("Effect").asText().equals("Allow"),
        principals(node.path(exceptPrincipals ? "NotPrincipal" : "Principal")),
        exceptPrincipals,
        texts(node.path(exceptActions ? "NotAction" : "Action")),
        exceptActions,
        conditions(node.path("Condition")));
  }

  private static List<Principal> principals(JsonNode node) {
    if (node.isTextual()) {
      return List.of(new Principal(node.asText(), node.asText()));
    }
    List<Principal> principals = new ArrayList<>();
    for (Map.Entry<String, JsonNode> kind : node.properties()) {
      texts(kind.getValue()).forEach(name -> principals.add(new Principal(kind.getKey(), name)));
    }
    return principals;
  }

  private static List<Condition> conditions(JsonNode node) {
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : node.properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        conditions.add(new Condition(operator.getKey(), key.getKey(), texts(key.getValue())));
      }
    }
    return conditions;
  }

  private static List<String> texts(JsonNode node) {
    return each(node).stream().map(JsonNode::asText).toList();
  }

  private static List<JsonNode> each(JsonNode node) {
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else if (!node.isMissingNode()) {
      all.add(node);
    }
    return all;
  }
}
