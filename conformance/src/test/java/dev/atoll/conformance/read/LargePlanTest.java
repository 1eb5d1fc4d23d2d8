package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of 10,000 resources are read in well under three seconds, and more in proportion. */
class LargePlanTest {

  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void tenThousandResourcesInUnderThreeSeconds() throws IOException {
    TerraformJson.read(plan(500));
    Path large = plan(2_500);
    Path larger = plan(10_000);

    long start = cpuTime();
    Reading reading = TerraformJson.read(large);
    Duration took = Duration.ofNanos(cpuTime() - start);
    TerraformJson.read(larger);
    Duration four = Duration.ofNanos(cpuTime() - start).minus(took);

    assertThat(reading.facts().all(Subnet.class).facts()).hasSize(2_500);
    assertThat(reading.facts().all(SecurityGroup.class).facts()).hasSize(2_500 + 2_500);
    assertThat(reading.facts().all(Ingress.class).stream().map(rule -> rule.group().show()))
        .contains("aws_security_group.a2499", "aws_vpc.a2499.default_security_group_id");
    assertThat(took).isLessThan(Duration.ofSeconds(3));
    // Quadratic work would take sixteen times as long.
    assertThat(four).isLessThan(took.multipliedBy(10));
  }

  /** Other processes on the machine do not count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** That many VPCs, each with a subnet, a group and a rule, which refer to each other. */
  private Path plan(int count) throws IOException {
    ObjectNode plan = json.createObjectNode();
    plan.put("format_version", "1.2").put("terraform_version", "1.11.4");
    ArrayNode planned =
        plan.putObject("planned_values").putObject("root_module").putArray("resources");
    ArrayNode changes = plan.putArray("resource_changes");
    ArrayNode configured =
        plan.putObject("configuration").putObject("root_module").putArray("resources");
    for (int i = 0; i < count; i++) {
      for (List<String> each :
          List.of(
              List.of("aws_vpc", "cidr_block", "10.0.0.0/16", "none", "none"),
              List.of("aws_subnet", "cidr_block", "10.0.0.0/24", "vpc_id", "aws_vpc"),
              List.of("aws_security_group", "name", "nodes", "vpc_id", "aws_vpc"),
              List.of(
                  "aws_vpc_security_group_ingress_rule",
                  "cidr_ipv4",
                  "10.1.0.0/16",
                  "security_group_id",
                  "aws_security_group"))) {
        String type = each.get(0);
        String address = type + ".a" + i;
        ObjectNode values =
            planned
                .addObject()
                .put("address", address)
                .put("mode", "managed")
                .put("type", type)
                .put("name", "a" + i)
                .putObject("values");
        values.put(each.get(1), each.get(2));
        ObjectNode unknown =
            changes
                .addObject()
                .put("address", address)
                .putObject("change")
                .putObject("after_unknown");
        unknown.put("id", true).put(each.get(3), true);
        ObjectNode expressions =
            configured
                .addObject()
                .put("address", address)
                .put("provider_config_key", "aws")
                .putObject("expressions");
        if (!each.get(4).equals("none")) {
          String on = each.get(4) + ".a" + i;
          expressions.putObject(each.get(3)).putArray("references").add(on + ".id").add(on);
        }
      }
    }
    Path file = folder.resolve(count + ".json");
    Files.write(file, json.writeValueAsBytes(plan));
    return file;
  }
}
