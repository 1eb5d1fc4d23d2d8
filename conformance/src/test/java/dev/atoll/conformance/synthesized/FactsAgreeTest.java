package dev.atoll.conformance.synthesized;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseGrant;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.loadbalancer.ElasticIp;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTableAssociation;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Secret;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.topology.Topology;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model promises is what synthesis writes: the same facts, thing by thing. */
class FactsAgreeTest {

  @TempDir Path folder;

  private final Topology coderdemo = new CoderDemo().topology();

  @ParameterizedTest
  @ValueSource(
      classes = {
        Vpc.class,
        Subnet.class,
        RouteTableAssociation.class,
        Route.class,
        VpcPeering.class,
        Certificate.class,
        Ingress.class,
        Egress.class,
        ElasticIp.class,
        NodeInterfaces.class,
        EksCluster.class,
        OidcProvider.class,
        Role.class,
        DatabaseCluster.class,
        DatabaseConnection.class,
        DatabaseGrant.class,
        Credential.class,
        Secret.class,
        CacheGroup.class,
        CacheConnection.class,
        DnsRecord.class,
        HealthCheck.class,
        HealthAlarm.class,
        LoadBalancerLookup.class
      })
  void theConfigurationSaysWhatTheModelSays(Class<? extends Fact> kind) {
    Facts configuration = synthesized();

    Map<String, String> promised = byRef(coderdemo.facts(), kind);
    Map<String, String> written = byRef(configuration, kind);
    written.keySet().retainAll(promised.keySet());
    assertThat(promised).isNotEmpty();
    assertThat(written).isEqualTo(promised);
  }

  @Test
  void theConfigurationAddsNoRuleToTheNodesThatTheModelDoesNotHave() {
    assertThat(onNodes(synthesized())).isEqualTo(onNodes(coderdemo.facts()));
  }

  private Facts synthesized() {
    Deployment deployment = Deployment.of(coderdemo);
    Synthesis.write(deployment, folder);
    return TerraformJson.read(
            Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), deployment.parts().get(0)))
        .facts();
  }

  private static Map<String, String> onNodes(Facts facts) {
    Map<String, String> rules = byRef(facts, Ingress.class);
    rules.keySet().removeIf(ref -> !ref.contains("_nodes"));
    return rules;
  }

  /** Every fact of a kind as text, without where it was read. */
  private static Map<String, String> byRef(Facts facts, Class<? extends Fact> kind) {
    Map<String, String> texts = new TreeMap<>();
    for (Fact fact : facts.all(kind).facts()) {
      texts.put(fact.ref().key(), fact.toString().replaceFirst("source=.*?, ref=", "ref="));
    }
    return texts;
  }
}
