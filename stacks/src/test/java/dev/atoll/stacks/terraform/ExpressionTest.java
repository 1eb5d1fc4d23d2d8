package dev.atoll.stacks.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.stacks.terraform.Expression.Text;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws_vpc.us_east_2.id | aws_vpc.us_east_2 .id",
        "aws_vpc.a | aws_vpc.a ",
        "aws_eks_cluster.a.vpc_config[0].cluster_security_group_id"
            + " | aws_eks_cluster.a .vpc_config[0].cluster_security_group_id",
        "tolist(aws_acm_certificate.a.domain_validation_options)[0].name"
            + " | aws_acm_certificate.a .domain_validation_options",
        "data.aws_region.here.name | data.aws_region.here .name",
        "aws_subnet.a[each.key].id | aws_subnet.a ",
        "aws_subnet.a[\"x\"].id | aws_subnet.a [\"x\"].id",
        "aws_subnet.a[*].id | aws_subnet.a [*].id",
        "\"https://${aws_lb.main.dns_name}/\" | aws_lb.main .dns_name",
        "join(\",\", [aws_eip.a.id, aws_eip.b.id]) | aws_eip.a .id, aws_eip.b .id",
        "var.region_name.x | ''",
        "module.aws_vpc.id | ''",
        "local.aws_vpc.id | ''",
        "each.value | ''",
        "1 + 2 | ''"
      })
  void itKnowsWhatItRefersTo(String text, String references) {
    Expression expression = new Expression(text);

    assertThat(expression.text()).isEqualTo(text);
    assertThat(
            expression.references().stream()
                .map(reference -> (reference.address() + " " + reference.path()).strip())
                .collect(Collectors.joining(", ")))
        .isEqualTo(references);
  }

  @Test
  void referencesAreReplacedAndTheRestStays() {
    Expression expression = new Expression("f(aws_eip.a.id, \"aws\", aws_eip.b.id)");

    assertThat(
            expression.referring(
                reference ->
                    reference.address().equals("aws_eip.b") ? new Text("other") : reference))
        .hasToString("${f(aws_eip.a.id, \"aws\", other)}");
  }
}
