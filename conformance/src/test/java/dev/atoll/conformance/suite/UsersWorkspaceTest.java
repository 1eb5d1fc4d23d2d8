package dev.atoll.conformance.suite;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.itest.junit.Infrastructure;
import dev.atoll.itest.kubernetes.read.KubernetesReader;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.litellm.WorkspacesSeeNewKey;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LLM-8 over a real API: the workspace that the suite plays, and the same one broken there. */
@Infrastructure
class UsersWorkspaceTest {

  private static final Practice SEES_NEW_KEY = new WorkspacesSeeNewKey();

  @BeforeEach
  void namespaceWithKey(KubernetesClient cluster) {
    cluster
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(UsersWorkspace.NAMESPACE)
                .endMetadata()
                .build())
        .serverSideApply();
    cluster
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(UsersWorkspace.KEY)
                .withNamespace(UsersWorkspace.NAMESPACE)
                .endMetadata()
                .addToStringData("LITELLM_API_KEY", "sk-of-no-use")
                .build())
        .serverSideApply();
    UsersWorkspace.start(cluster);
  }

  @AfterEach
  void end(KubernetesClient cluster) {
    UsersWorkspace.end(cluster);
  }

  @Test
  void itSeesANewKeyAndTheVerdictRestsOnItAlone(KubernetesClient cluster) {
    Facts facts = facts(cluster);

    assertThat(SEES_NEW_KEY.judge(facts).verdict()).isEqualTo(Verdict.PASS);
    assertThat(UsersWorkspace.STAND_IN.carries(SEES_NEW_KEY, facts)).isTrue();
    assertThat(Clusters.CHARTS.carries(SEES_NEW_KEY, facts)).isFalse();
  }

  @Test
  void withoutItThereIsNothingToSay(KubernetesClient cluster) {
    UsersWorkspace.end(cluster);

    assertThat(verdict(cluster)).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void oneFileOfTheVolumeNeverChanges(KubernetesClient cluster) {
    edit(
        cluster,
        now ->
            new DeploymentBuilder(now)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editContainer(0)
                .editVolumeMount(0)
                .withSubPath("LITELLM_API_KEY")
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

    assertThat(verdict(cluster)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aVariableNeverChanges(KubernetesClient cluster) {
    edit(
        cluster,
        now ->
            new DeploymentBuilder(now)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editContainer(0)
                .addToEnv(
                    new EnvVarBuilder()
                        .withName("OPENAI_API_KEY")
                        .withNewValueFrom()
                        .withNewSecretKeyRef("LITELLM_API_KEY", UsersWorkspace.KEY, false)
                        .endValueFrom()
                        .build())
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

    assertThat(verdict(cluster)).isEqualTo(Verdict.FAIL);
  }

  private static void edit(KubernetesClient cluster, UnaryOperator<Deployment> change) {
    cluster
        .apps()
        .deployments()
        .inNamespace(UsersWorkspace.NAMESPACE)
        .withName("coder-alice-dev")
        .edit(change);
  }

  private static Verdict verdict(KubernetesClient cluster) {
    return SEES_NEW_KEY.judge(facts(cluster)).verdict();
  }

  private static Facts facts(KubernetesClient cluster) {
    return Facts.of(Origin.CLUSTER, KubernetesReader.read(cluster, US_EAST_2, Origin.CLUSTER));
  }
}
