package dev.atoll.conformance.read.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.read.term.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions, as Terraform evaluates them; what is not decidable stays open. */
class EvaluationTest {

  private static Term of(String expression) {
    return of(expression, "");
  }

  private static Term of(String expression, String more) {
    Path here = Path.of("main.tf").toAbsolutePath();
    HclFile file =
        HclFile.parse(here, "main.tf", more + "\nlocals {\n  it = " + expression + "\n}\n");
    HclModule module = new HclModule(here.getParent(), List.of(file), List.of());
    Sources sources = new Sources(here.getParent());
    return new HclRoot(sources, module, Map.of(), Map.of()).instance().local("it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + 2 * 3                                        | 7",
        "10 - 2 - 3                                       | 5",
        "7 % 4                                            | 3",
        "1 < 2 && !false                                  | true",
        "1 == 1.0                                         | true",
        "false ? \"a\" : \"b\"                            | b",
        "\"a-${1 + 1}-b\"                                 | a-2-b",
        "\"$${a}\"                                        | ${a}",
        "join(\",\", [for k, v in { b = 2, a = 1 } : \"${k}${v}\"]) | a1,b2",
        "{ for k in [\"x\", \"y\"] : k => upper(k) }[\"y\"] | Y",
        "join(\",\", [for n in [1, 2, 3] : n if n > 1])   | 2,3",
        "([{ a = 1 }, { a = 2 }][*].a)[1]                 | 2",
        "try({ a = 1 }.b, \"none\")                       | none",
        "can({ a = 1 }.b)                                 | false",
        "length(concat([1], [2, 3]))                      | 3",
        "merge({ a = 1 }, { a = 2 }).a                    | 2",
        "lookup({ a = 1 }, \"b\", 5)                      | 5",
        "cidrsubnet(\"10.0.0.0/16\", 4, 2)                | 10.0.32.0/20",
        "format(\"%s-%d%%\", \"a\", 5)                    | a-5%",
        "trimsuffix(trimprefix(\"https://x/\", \"https://\"), \"/\") | x",
        "element([\"a\", \"b\"], 3)                       | b",
        "replace(\"a.b\", \".\", \"-\")                   | a-b",
        "coalesce(\"\", \"x\")                            | x",
        "jsonencode({ b = [1, true], a = null })          | {\"a\":null,\"b\":[1,true]}",
        "\"%{ if 1 < 2 }yes%{ else }no%{ endif }\"        | yes",
        "\"%{ if \"a\" == \"}\" }yes%{ else }no%{ endif }\" | no",
        "\"a%{ for x in [\"b\", \"c\"] }-${x}%{ endfor }\" | a-b-c",
        "\"%{ for k, v in { p = 1 } }${k}=${v}%{ if v > 1 }!%{ endif }%{ endfor }\" | p=1",
        "\"%%{ if }\"                                     | %{ if }",
        "\"\\u00e9\\\\u\"                                 | é\\u",
        "{ for w in [\"ab\", \"ac\", \"b\"] : substr(w, 0, 1) => w... }[\"a\"][1] | ac",
        "true ? length([1]) > 0 : false                   | true",
        "try({ a = null }.a, \"none\") == null            | true",
        "length({ a = null, b = 1 })                      | 2",
        "merge(null, { a = 1 }).a                         | 1",
        "contains([\"1\"], 1)                             | true",
        "can(aws_vpc.none[0].id)                          | true"
      })
  void evaluates(String expression, String value) {
    assertThat(of(expression).asText()).contains(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "timestamp()                     | another one in every plan",
        "var.open == \"a\" ? 1 : 2       | var.open has no value",
        "[for x in var.open : x]         | var.open has no value",
        "provider::a::b(1)              | the function provider::a::b is not evaluated",
        "regexall(\"a\", \"b\")          | the function regexall is not evaluated",
        "{ a = 1 }.b                     | is not there",
        "slice([1], 0, 5)                | does not take these arguments",
        "local.it                        | refers to itself"
      })
  void saysWhyItDoesNotKnow(String expression, String why) {
    assertThat(of(expression, "variable \"open\" {\n  type = string\n}\n"))
        .isInstanceOfSatisfying(
            Term.Unknown.class, unknown -> assertThat(unknown.why()).contains(why));
  }

  @Test
  void anInstanceThatIsNotMadeIsMissing() {
    String none = "resource \"aws_vpc\" \"none\" {\n  count = 0\n}\n";
    assertThat(of("try(aws_vpc.none[0].id, \"other\")", none).asText()).contains("other");
    assertThat(of("length(aws_vpc.none[*].id)", none).asText()).contains("0");
    assertThat(of("one(aws_vpc.none[*].id)", none)).isEqualTo(Term.absent());
    assertThat(of("try(aws_vpc.none[0].id, \"other\")", none.replace("0", "1")))
        .isEqualTo(new Term.Reference("aws_vpc.none[0]", "id"));
  }

  @Test
  void aDirectiveThatCannotBeDecidedSaysWhatItDependsOn() {
    String open = "variable \"open\" {}\n";
    assertThat(of("\"%{ if var.open }a%{ endif }\"", open).toString())
        .contains("var.open has no value");
    assertThat(of("\"%{ for x in var.open }a%{ endfor }\"", open).toString())
        .contains("var.open has no value");
    assertThat(of("\"%{ if true }a\"", open).toString()).contains("has no end");
  }

  /** As terraform 1.11 prints them; space is taken away within a line, and with its end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<<-EOT;  a;  %{ for x in [1, 2] ~};  x${x};  %{ endfor ~};  EOT; | a;  x1;  x2;",
        "<<EOT;a:;%{ for x in [1, 2] ~};    - ${x};%{ endfor ~};  b: 1;EOT; | a:;    - 1;    - 2; "
            + " b: 1;",
        "<<EOT;  b: 1;  %{~ if true };  c: 2;  %{ endif ~};;   d: 3;EOT; | `  b: 1;;  c: 2;  ;   d:"
            + " 3;`",
        "<<EOT;b: 1;%{~ if true };c: 2;%{ endif };EOT; | b: 1;c: 2;;",
        "\"x %{ if true ~}  y  %{~ endif } z\" | x y z"
      })
  void aDirectiveTakesTheSpaceBesideIt(String template, String text) {
    assertThat(of(template.replace(';', '\n')).asText()).contains(text.replace(';', '\n'));
  }

  @Test
  void bothBranchesAlikeNeedNoCondition() {
    assertThat(of("var.open ? 1 : 1", "variable \"open\" {}\n").asText()).contains("1");
  }

  @Test
  void aHeredocLosesTheIndentationThatAllLinesHave() {
    assertThat(of("<<-EOT\n    a\n      ${1 + 1}\n    b\n  EOT\n").asText())
        .contains("a\n  2\nb\n");
  }

  @Test
  void aReferenceStaysOne() {
    assertThat(of("aws_vpc.a.tags[\"x\"]"))
        .isEqualTo(new Term.Reference("aws_vpc.a", "tags[\"x\"]"));
  }

  @Test
  void aKeyThatIsKnownLaterComesOutOfALoopAsItself() {
    Term value = of("[for k, v in { \"${aws_vpc.a.arn}\" = 1 } : k][0]");
    assertThat(value).isEqualTo(new Term.Reference("aws_vpc.a", "arn"));
  }
}
