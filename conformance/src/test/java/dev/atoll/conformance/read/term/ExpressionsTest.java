package dev.atoll.conformance.read.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "${local.name} | demo",
        "${ local.name } | demo",
        "${local.name}-b | demo-b",
        "a-${local.name}-${var.zone}-c | a-demo-a-c",
        "$${local.name} | ${local.name}",
        "$${a}-${var.zone} | ${a}-a",
        "%%{if} | %{if}",
        "costs $5 | costs $5",
        "${\"quoted\"} | quoted",
        "10.1.${count.index}.0/24 | 10.1.3.0/24",
        "${local.cidrs[1]} | 10.1.0.0/16",
        "${local.cidrs[count.zero]} | 10.0.0.0/16",
        "${local.cidrs.1} | 10.1.0.0/16",
        "${local.tags[\"team\"]} | core",
        "${local.tags.team} | core",
        "${each.key} | west",
        "${\"a ${local.name} \\\"b\\\" $${c}\"} | a demo \"b\" ${c}",
        "${urlencode(\"p@ss/w*rd ~\")} | p%40ss%2Fw%2Ard+~",
        "${jsonencode(local.name)} | \"demo\"",
        "${jsonencode(\"a&b <\\\"c\\\">\")} | \"a\\u0026b \\u003c\\\"c\\\"\\u003e\"",
        "${jsonencode({b = [1, true, null, \"x\"], \"a\" : local.tags})} | "
            + "{\"a\":{\"team\":\"core\"},\"b\":[1,true,null,\"x\"]}",
        "{\"n\":${jsonencode(local.name)}} | {\"n\":\"demo\"}"
      })
  void literals(String text, String expected) {
    assertThat(Expressions.template(text, new Names()).asText()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${aws_vpc.a.id} | aws_vpc.a | id",
        "${aws_subnet.a[0].arn} | aws_subnet.a[0] | arn",
        "${aws_subnet.a[count.index].id} | aws_subnet.a[3] | id",
        "${aws_subnet.a[\"west\"].id} | aws_subnet.a[\"west\"] | id",
        "${aws_subnet.a[each.key].id} | aws_subnet.a[\"west\"] | id",
        "${data.aws_vpc.a.cidr_block} | data.aws_vpc.a | cidr_block",
        "${aws_eks_cluster.a.vpc_config[0].vpc_id} | aws_eks_cluster.a | vpc_config[0].vpc_id",
        "${local.vpc} | aws_vpc.a | id",
      })
  void references(String text, String address, String path) {
    assertThat(Expressions.template(text, new Names()))
        .isEqualTo(new Term.Reference(address, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${cidrsubnet(local.cidr, 8, 1)}",
        "${var.zone == \"a\" ? aws_vpc.a.id : aws_vpc.b.id}",
        "${aws_subnet.a[*].id}",
        "${aws_subnet.a[count.index + 1].id}",
        "${aws_vpc.a}",
        "${aws_vpc.a.id",
        "${}",
        "${1 + 1}",
        "${-}",
        "${local.none}",
        "${var.none}",
        "${local.cidrs[7]}",
        "${local.tags.none}",
        "${module.a.id}",
        "${path.module}",
        "${self.id}",
        "${each.value}",
        "%{ if true }a%{ endif }",
        "a-${local.none}",
        "a-${local.cidrs}",
        "a-${null}",
        "${[local.none]}",
        "${[aws_vpc.a.id",
        "${{a = local.none}}",
        "${{a b}}",
        "${{a = 1}",
        "${jsonencode()}",
        "${jsonencode(local.none)}",
        "${urlencode([\"a\"])}",
        "${replace(local.name, \"/d/\", \"\")}",
        "${\"a\\qb\"}",
        "${\"%{ if true }\"}",
        "${aws_vpc.a.id} ${parseint(local.name)}",
        "${a.}",
        "${.a}",
        "${a[}",
        "${99999999999999999999.a}"
      })
  void everythingElseIsUnknownWithAReason(String text) {
    assertThat(Expressions.template(text, new Names()))
        .isInstanceOfSatisfying(
            Term.Unknown.class, unknown -> assertThat(unknown.why()).isNotBlank());
  }

  @Test
  void aTextAroundAReferenceWaitsForIt() {
    assertThat(Expressions.template("a-${aws_vpc.a.id}", new Names()))
        .isEqualTo(
            new Term.Template(List.of(Term.text("a-"), new Term.Reference("aws_vpc.a", "id"))));
  }

  @Test
  void aCallWaitsForWhatItIsGiven() {
    assertThat(Expressions.template("${jsonencode(\"a-${aws_vpc.a.id}\")}", new Names()))
        .isEqualTo(
            new Term.Call(
                Function.JSONENCODE,
                List.of(
                    new Term.Template(
                        List.of(Term.text("a-"), new Term.Reference("aws_vpc.a", "id"))))));
  }

  @Test
  void anUnevaluatedExpressionIsQuotedInTheReason() {
    assertThat(Expressions.template("${parseint(\"a\")}", new Names()))
        .isEqualTo(new Term.Unknown("the expression parseint(\"a\") cannot be evaluated"));
  }

  @Test
  void noTextMakesItThrow() {
    Random random = new Random(7);
    String alphabet = "${}[]().\"\\%-a1_ *";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(14); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Term term = Expressions.template(text.toString(), new Names());
      assertThat(term).as(text.toString()).isNotNull();
      if (!text.toString().contains("${") && !text.toString().contains("%{")) {
        assertThat(term).isEqualTo(Term.text(text.toString()));
      }
    }
  }

  private static final class Names implements Scope {

    private final Map<String, Term> locals =
        Map.of(
            "name", Term.text("demo"),
            "vpc", new Term.Reference("aws_vpc.a", "id"),
            "cidrs", new Term.ListOf(List.of(Term.text("10.0.0.0/16"), Term.text("10.1.0.0/16"))),
            "tags", new Term.ObjectOf(Map.of("team", Term.text("core"))));

    @Override
    public Term local(String name) {
      return locals.getOrDefault(name, new Term.Unknown("there is no local." + name));
    }

    @Override
    public Term variable(String name) {
      return name.equals("zone") ? Term.text("a") : new Term.Unknown("no default");
    }

    @Override
    public Term output(String module, String name) {
      return new Term.Unknown("not read");
    }

    @Override
    public Term instance(String name) {
      return switch (name) {
        case "count.index" -> new Term.Literal(BigDecimal.valueOf(3));
        case "count.zero" -> new Term.Literal(BigDecimal.ZERO);
        case "each.key" -> Term.text("west");
        default -> new Term.Unknown("no value");
      };
    }

    @Override
    public String address(String written) {
      return written;
    }
  }
}
