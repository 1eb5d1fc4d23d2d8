package dev.atoll.analysis.trust;

import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.facts.iam.TrustPolicy.Condition;
import dev.atoll.facts.iam.TrustPolicy.Principal;
import dev.atoll.facts.iam.TrustPolicy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Lists which tokens of OpenID Connect providers a trust policy lets in. Never less than IAM would
 * let in; where something cannot be written as a pattern (two overlapping patterns, a denial of
 * part of one, conditions on other keys) it is more.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM
 *     policy evaluation logic</a>
 */
public final class WebIdentities {

  private static final Pattern ACTION = new Pattern("sts:assumerolewithwebidentity");

  private final TrustPolicy policy;
  private final UnaryOperator<String> issuerOf;

  private WebIdentities(TrustPolicy policy, UnaryOperator<String> issuerOf) {
    this.policy = policy;
    this.issuerOf = issuerOf;
  }

  /**
   * Everything that a policy lets in, once each.
   *
   * @param issuerOf the issuer of a provider, without scheme, from its name in the policy
   */
  public static List<Admission> admitted(TrustPolicy policy, UnaryOperator<String> issuerOf) {
    return new WebIdentities(policy, issuerOf).admitted();
  }

  /** The issuer that an ARN of a provider names; the text itself when it is no such ARN. */
  public static String issuerInArn(String provider) {
    int at = provider.indexOf(":oidc-provider/");
    return at < 0 ? provider : provider.substring(at + ":oidc-provider/".length());
  }

  private List<Admission> admitted() {
    Set<Admission> all = new LinkedHashSet<>();
    for (Statement statement : policy.statements()) {
      if (statement.allows() && concernsWebIdentity(statement)) {
        providers(statement).forEach(provider -> all.addAll(admitted(statement, provider)));
      }
    }
    return new ArrayList<>(all);
  }

  private List<Admission> admitted(Statement statement, String provider) {
    Patterns subjects = required(statement, provider, "sub");
    Patterns audiences = required(statement, provider, "aud");
    if (!elsewhere(statement, provider)) {
      return List.of();
    }
    for (Statement other : policy.statements()) {
      if (!other.allows() && concernsWebIdentity(other) && denies(other, provider)) {
        List<Condition> conditions = other.conditions();
        if (conditions.isEmpty()) {
          return List.of();
        }
        // A denial under several conditions takes away only where all of them meet.
        if (conditions.size() == 1) {
          subjects = left(subjects, conditions.get(0), provider, "sub");
          audiences = left(audiences, conditions.get(0), provider, "aud");
        }
      }
    }
    List<Admission> admissions = new ArrayList<>();
    for (Pattern subject : subjects.all()) {
      for (Pattern audience : audiences.all()) {
        admissions.add(new Admission(provider, subject, audience));
      }
    }
    return admissions;
  }

  /** What of this claim a statement's conditions leave. */
  private Patterns required(Statement statement, String provider, String claim) {
    Patterns left = Patterns.ANY;
    for (Condition condition : statement.conditions()) {
      if (isAbout(condition, provider, claim)) {
        left = meeting(left, condition);
      }
    }
    return left;
  }

  private static Patterns meeting(Patterns patterns, Condition condition) {
    Operator operator = Operator.of(condition);
    if (operator.asksForKey()) {
      // Every token has both claims.
      return condition.values().contains("true") ? Patterns.NONE : patterns;
    }
    if (!operator.comparesTexts()) {
      return patterns;
    }
    Patterns values = operator.values(condition.values());
    return operator.isNegative() ? patterns.without(values) : patterns.and(values);
  }

  /** What of this claim a denial under one condition leaves. */
  private Patterns left(Patterns patterns, Condition condition, String provider, String claim) {
    Operator operator = Operator.of(condition);
    if (!isAbout(condition, provider, claim) || !operator.comparesTexts()) {
      return patterns;
    }
    Patterns values = operator.values(condition.values());
    return operator.isNegative() ? patterns.and(values) : patterns.without(values);
  }

  /**
   * Whether conditions on claims of another issuer hold: such a key is not there in the request.
   */
  private boolean elsewhere(Statement statement, String provider) {
    for (Condition condition : statement.conditions()) {
      String key = condition.key().toLowerCase(Locale.ROOT);
      boolean claim = key.endsWith(":sub") || key.endsWith(":aud");
      if (claim && !isAbout(condition, provider, key.substring(key.length() - 3))) {
        Operator operator = Operator.of(condition);
        boolean holds =
            operator.asksForKey()
                ? condition.values().contains("true")
                : operator.holdsWithoutKey();
        if (!holds) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isAbout(Condition condition, String provider, String claim) {
    String key = condition.key().toLowerCase(Locale.ROOT);
    String issuer = issuerOf.apply(provider).toLowerCase(Locale.ROOT);
    // Of a provider that is known only after apply, conditions cannot name the issuer either.
    boolean any = provider.equals("*") || provider.contains("${");
    return any ? key.endsWith(":" + claim) : key.equals(issuer + ":" + claim);
  }

  private static boolean concernsWebIdentity(Statement statement) {
    boolean named =
        statement.actions().stream()
            .map(action -> new Pattern(action.toLowerCase(Locale.ROOT)))
            .anyMatch(action -> action.covers(ACTION));
    return named != statement.exceptActions();
  }

  private static List<String> providers(Statement statement) {
    if (statement.exceptPrincipals()) {
      return List.of("*");
    }
    return statement.principals().stream()
        .filter(WebIdentities::isFederated)
        .map(Principal::name)
        .filter(name -> !name.contains(":saml-provider/"))
        .toList();
  }

  private static boolean denies(Statement statement, String provider) {
    boolean named =
        statement.principals().stream()
            .filter(WebIdentities::isFederated)
            .anyMatch(other -> other.name().equals("*") || other.name().equals(provider));
    return named != statement.exceptPrincipals();
  }

  private static boolean isFederated(Principal principal) {
    return principal.kind().equals("Federated") || principal.kind().equals("*");
  }
}
