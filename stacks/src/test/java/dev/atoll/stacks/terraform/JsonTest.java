package dev.atoll.stacks.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static final Expression ARN = new Expression("aws_acm_certificate.a.arn");

  @Test
  void literalsAreWrittenAndMarksOfTerraformEscaped() {
    Block block =
        Block.of("text", "a \"b\" ${c}")
            .with("number", 4)
            .with("truth", true)
            .with("none", List.of())
            .with("nothing", Block.empty());

    assertThat(Json.of(block))
        .hasToString(
            "{\"text\":\"a \\\"b\\\""
                + " $${c}\",\"number\":4,\"truth\":true,\"none\":[],\"nothing\":{}}");
  }

  @Test
  void noCharacterThatJsonForbidsStaysAsItIs() {
    assertThat(Json.quoted("\b\f\u0000\u001f\u007f \n\r\t <&> \u2028\u2029 é"))
        .isEqualTo(
            "\"\\u0008\\u000c\\u0000\\u001f\u007f \\n\\r\\t"
                + " \\u003c\\u0026\\u003e \\u2028\\u2029 é\"");
  }

  @Test
  void expressionsAreEncodedByTerraformWhateverTheyAre() {
    assertThat(Json.of(Block.of("list", List.of(ARN, "b"))))
        .hasToString("{\"list\":[${jsonencode(aws_acm_certificate.a.arn)},\"b\"]}");
  }

  @Test
  void textAroundExpressionsStaysLiteral() {
    Template url = Template.of("postgres://\"${x}\"@", ARN, "/coder");

    assertThat(Json.of(Block.of("url", url)))
        .hasToString(
            "{\"url\":${jsonencode(\"postgres://\\\"$${x}\\\"@${aws_acm_certificate.a.arn}/coder\")}}");
  }

  @Test
  void whatItRefersToIsFound() {
    Block block = Block.of("values", List.of(Json.of(Block.of("arn", ARN))));

    assertThat(block.references())
        .extracting(Object::toString)
        .containsExactly("aws_acm_certificate.a.arn");
  }
}
