package dev.atoll.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.analysis.cost.Price;
import dev.atoll.analysis.cost.PriceTable;
import dev.atoll.analysis.cost.Product;
import dev.atoll.analysis.cost.Usd;
import dev.atoll.aws.Region;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.topology.Topology;
import dev.atoll.topology.runbook.Runbook;
import dev.atoll.topology.runbook.Step;
import dev.atoll.topology.runbook.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trials of promises succeed, and fail for what is broken. */
class PromisesTest {

  @TempDir Path folder;

  private static PriceTable with(Product product, String usd) {
    PriceTable table = PriceTable.current();
    Map<String, Map<Region, Price>> prices = new TreeMap<>(table.prices());
    prices.put(
        product.key(),
        Map.of(Region.US_EAST_2, new Price(Usd.of(usd), product.unit(), "https://example.com/")));
    return new PriceTable(table.date(), prices);
  }

  @Test
  void allAreKept() {
    assertThat(CostPromises.aurora().broken()).isEmpty();
    assertThat(CostPromises.aurora().shown()).contains("131.40 USD", "87.60 USD", "43.80 USD");
    assertThat(CostPromises.loadBalancers().broken()).isEmpty();
    assertThat(WishPromise.outcome().broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.12, 0", "0.13, 3", "0.11, 3", "0.06, 3"})
  void anotherPriceOfAnAcuBreaksTheDocumentsFigures(String usd, int broken) {
    assertThat(CostPromises.aurora(with(Product.AURORA, usd)).broken()).hasSize(broken);
  }

  @ParameterizedTest
  @CsvSource({"NLCU, 2", "LCU, 1", "PUBLIC_IPV4, 3", "CROSS_ZONE_DATA, 2", "NLB, 2", "ALB, 1"})
  void everyPartIsInTheSum(String product, int broken) throws ReflectiveOperationException {
    Product changed = (Product) Product.class.getField(product).get(null);

    assertThat(CostPromises.loadBalancers(with(changed, "0.5")).broken()).hasSize(broken);
  }

  @Test
  void aWishAnsweredWronglyBreaksThePromise() {
    assertThat(WishPromise.outcome(Map.of("TLS", nlb -> nlb.tlsFromAcm()), Map.of()).broken())
        .hasSize(1);
    assertThat(
            WishPromise.outcome(Map.of(), Map.of("WAF", n -> n.webApplicationFirewall())).broken())
        .hasSize(1);
  }

  @Test
  void everyStepOfTheRunbookHasItsTargetInTheSynthesizedJson() throws IOException {
    Topology topology = new CoderDemo().topology();
    Deployment deployment = Deployment.of(topology);
    Synthesis.write(deployment, folder);
    ObjectNode written =
        (ObjectNode) new ObjectMapper().readTree(folder.resolve(Synthesis.MAIN_ROOT_FILE).toFile());
    Runbook runbook = Runbook.of(topology, deployment.addresses());
    assertThat(RunbookPromise.of(runbook, written).broken()).isEmpty();

    ((ObjectNode) written.at("/output")).remove("us_west_2_coder_addresses");
    assertThat(RunbookPromise.of(runbook, written).broken())
        .singleElement()
        .asString()
        .endsWith("there is no output.us_west_2_coder_addresses");

    ((ObjectNode) written.at("/resource/aws_eip")).remove("us_east_2_a_nat");
    assertThat(RunbookPromise.of(runbook, written).broken()).hasSize(2);
  }

  @Test
  void aStepWithoutCheckWithoutTargetOrWithATokenBreaksThePromise() {
    Target pending = new Target("proxy", List.of(), Optional.of("no licence yet"));
    Target neither = new Target("proxy", List.of(), Optional.empty());

    assertThat(broken(step("do it", "check it", pending))).isEmpty();
    assertThat(broken(step("do it", "", pending))).hasSize(3);
    assertThat(broken(step("do it", "check it", neither))).hasSize(3);
    assertThat(broken(step("coder login --token a1B2c3D4e5-a1B2c3D4e5f6G7h8i9j0K1", "x", pending)))
        .hasSize(3);
    assertThat(
            RunbookPromise.of(new Runbook("x", List.of()), new ObjectMapper().nullNode()).broken())
        .hasSize(1);
  }

  private static Step step(String command, String check, Target target) {
    return new Step("a step", "why", List.of(command), check, "proof", List.of(target));
  }

  private static List<String> broken(Step step) {
    Runbook runbook = new Runbook("x", List.of(step, step, step));
    return RunbookPromise.of(runbook, new ObjectMapper().createObjectNode()).broken();
  }
}
