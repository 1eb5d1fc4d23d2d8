package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.Facts;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.iam.RolePolicy;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.security.TrustNamesTheAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters, providers and roles, and the ways to write whom a role trusts. */
class RolesTest {

  private static final String ISSUER = "aws_eks_cluster.a.identity[0].oidc[0].issuer";

  private static final String CLUSTER =
      """
      'aws_eks_cluster':{'a':{'name':'use2','version':'1.33','vpc_config':{
        'subnet_ids':['${aws_subnet.a.id}'],'endpoint_private_access':true,
        'public_access_cidrs':['203.0.113.0/24']}}},
      'aws_subnet':{'a':{'vpc_id':'${aws_vpc.a.id}'}},'aws_vpc':{'a':{}},
      'aws_iam_openid_connect_provider':{'a':{
        'url':'${aws_eks_cluster.a.identity[0].oidc[0].issuer}',
        'client_id_list':['sts.amazonaws.com']}}\
      """;

  private static final String JSON =
      """
      {\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRoleWithWebIdentity\\",
      \\"Principal\\":{\\"Federated\\":\\"${aws_iam_openid_connect_provider.a.arn}\\"},
      \\"Condition\\":{\\"StringEquals\\":{\\"KEY:sub\\":\\"SUBJECT\\",\\"KEY:aud\\":\\"AUDIENCE\\"}}}}\
      """
          .replace("\n", "");

  private static final String TRIMMED = "${trimprefix(" + ISSUER + ", \\\"https://\\\")}";
  private static final String REPLACED = "${replace(" + ISSUER + ", \\\"https://\\\", \\\"\\\")}";
  private static final String CODER = "system:serviceaccount:coder:coder";

  @Test
  void aClusterIsReadWithWhoReachesIt() {
    assertThat(read(CLUSTER).all(EksCluster.class).facts())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.name().show()).isEqualTo("use2");
              assertThat(cluster.version().show()).isEqualTo("1.33");
              assertThat(cluster.vpc().show()).isEqualTo("aws_vpc.a");
              assertThat(cluster.endpoint().show())
                  .contains("publicly=true", "privately=true", "203.0.113.0/24");
              assertThat(cluster.group().show())
                  .isEqualTo("aws_eks_cluster.a.vpc_config[0].cluster_security_group_id");
            });
  }

  @Test
  void anIssuerThatIsNotThereYetStandsForItself() {
    OidcProvider provider = read(CLUSTER).all(OidcProvider.class).facts().get(0);

    assertThat(provider.issuer().show()).isEqualTo(ISSUER);
    assertThat(provider.audiences().show()).isEqualTo("[sts.amazonaws.com]");
  }

  @Test
  void bothWaysToTakeTheSchemeAwayMeanTheSame() {
    assertThat(verdict(TRIMMED, CODER, "sts.amazonaws.com")).isEqualTo(Verdict.PASS);
    assertThat(verdict(REPLACED, CODER, "sts.amazonaws.com")).isEqualTo(Verdict.PASS);
    assertThat(verdict("${aws_iam_openid_connect_provider.a.url}", CODER, "sts.amazonaws.com"))
        .isNotEqualTo(Verdict.FAIL);
  }

  /** Each breaks the JSON in one place. */
  @ParameterizedTest
  @CsvSource({
    "Equals,    Like,                           PASS",
    "coder:coder, coder:*,                      NOT_APPLICABLE",
    "KEY:aud,   KEY:azp,                        FAIL",
    "Allow,     Deny,                           NOT_APPLICABLE",
    "WithWebIdentity, WithSAML,                 NOT_APPLICABLE",
  })
  void whatTheJsonSaysDecides(String written, String instead, Verdict verdict) {
    String policy = JSON.replace("SUBJECT", CODER).replace(written, instead);
    assertThat(judge(policy.replace("KEY", TRIMMED).replace("AUDIENCE", "sts.amazonaws.com")))
        .isEqualTo(verdict);
  }

  @Test
  void aWildcardWithStringLikeFails() {
    String policy = JSON.replace("StringEquals", "StringLike").replace("AUDIENCE", "sts");
    String wide = policy.replace("SUBJECT", "system:serviceaccount:*:coder");

    assertThat(judge(wide.replace("KEY", TRIMMED))).isEqualTo(Verdict.FAIL);
  }

  @Test
  void anExpressionThatCannotBeEvaluatedIsUndecided() {
    assertThat(judge("${jsonencode(local.trust)}")).isEqualTo(Verdict.UNKNOWN);
    assertThat(judge("no JSON")).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, coder:coder, PASS",
    "StringLike,   coder:*,     FAIL",
  })
  void aPolicyDocumentIsReadFromItsArguments(String test, String account, Verdict verdict) {
    String document =
        """
        {'statement':[{'actions':['sts:AssumeRoleWithWebIdentity'],
          'principals':[{'type':'Federated',
            'identifiers':['${aws_iam_openid_connect_provider.a.arn}']}],
          'condition':[
            {'test':'TEST','variable':'KEY:sub','values':['system:serviceaccount:ACCOUNT']},
            {'test':'StringEquals','variable':'KEY:aud','values':['sts.amazonaws.com']}]}]}\
        """
            .replace("TEST", test)
            .replace("ACCOUNT", account)
            .replace("KEY", TRIMMED);
    Facts facts =
        parse(
            "{'resource':{%s,'aws_iam_role':{'r':{'name':'r','assume_role_policy':'%s'}}},'data':{%s}}"
                .formatted(
                    CLUSTER,
                    "${data.aws_iam_policy_document.d.json}",
                    "'aws_iam_policy_document':{'d':" + document + "}"));

    assertThat(new TrustNamesTheAccount().judge(facts).verdict()).isEqualTo(verdict);
  }

  @Test
  void anAttachmentNamesRoleAndPolicy() {
    RolePolicy attached =
        read("'aws_iam_role':{'r':{'name':'r'}},'aws_iam_role_policy_attachment':{'a':{"
                + "'role':'${aws_iam_role.r.name}','policy_arn':'arn:aws:iam::aws:policy/P'}}")
            .all(RolePolicy.class)
            .facts()
            .get(0);

    assertThat(attached.policy().show()).isEqualTo("arn:aws:iam::aws:policy/P");
  }

  @Test
  void aRoleThatIsLookedUpIsAGap() {
    Facts facts = parse("{'resource':{},'data':{'aws_iam_role':{'r':{'name':'r'}}}}");

    assertThat(facts.all(Role.class).gap()).isPresent();
  }

  private static Verdict verdict(String key, String subject, String audience) {
    return judge(
        JSON.replace("KEY", key).replace("SUBJECT", subject).replace("AUDIENCE", audience));
  }

  private static Verdict judge(String policy) {
    Facts facts =
        read(CLUSTER + ",'aws_iam_role':{'r':{'name':'r','assume_role_policy':'" + policy + "'}}");
    return new TrustNamesTheAccount().judge(facts).verdict();
  }

  private static Facts read(String resources) {
    return parse("{'resource':{" + resources + "}}");
  }

  private static Facts parse(String json) {
    try {
      JsonNode document = new ObjectMapper().readTree(json.replace('\'', '"'));
      return TerraformJson.read(document, "test").facts();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
