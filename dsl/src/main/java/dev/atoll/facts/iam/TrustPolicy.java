package dev.atoll.facts.iam;

import java.util.List;

/**
 * The trust policy of a role: who may take it, under which conditions.
 *
 * @param statements its statements, in their order
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM
 *     JSON policy elements</a>
 */
public record TrustPolicy(List<Statement> statements) {

  public TrustPolicy {
    statements = List.copyOf(statements);
  }

  /**
   * One statement.
   *
   * @param allows whether it allows; else it denies
   * @param principals whom it speaks of
   * @param exceptPrincipals whether it speaks of everybody else ({@code NotPrincipal})
   * @param actions which actions, such as {@code sts:AssumeRoleWithWebIdentity}; wildcards allowed
   * @param exceptActions whether it speaks of every other action ({@code NotAction})
   * @param conditions all of them must hold
   */
  public record Statement(
      boolean allows,
      List<Principal> principals,
      boolean exceptPrincipals,
      List<String> actions,
      boolean exceptActions,
      List<Condition> conditions) {

    public Statement {
      principals = List.copyOf(principals);
      actions = List.copyOf(actions);
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A principal.
   *
   * @param kind {@code Federated}, {@code Service} or {@code AWS}; {@code *} for anybody
   * @param name its ARN, host name or account; {@code *} for all of that kind
   */
  public record Principal(String kind, String name) {}

  /**
   * A condition; one of its values is enough.
   *
   * @param operator such as {@code StringEquals} or {@code ForAnyValue:StringLikeIfExists}
   * @param key such as {@code oidc.eks.us-east-2.amazonaws.com/id/EXAMPLE:sub}
   * @param values the values
   */
  public record Condition(String operator, String key, List<String> values) {

    public Condition {
      values = List.copyOf(values);
    }
  }
}
