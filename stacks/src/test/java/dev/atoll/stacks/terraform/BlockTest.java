package dev.atoll.stacks.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockTest {

  @Test
  void textIsTakenLiterally() {
    assertThat(Block.of("a", "costs ${5} and %{if}").attributes())
        .containsEntry("a", "costs $${5} and %%{if}");
  }

  @Test
  void anExpressionIsEvaluatedByTerraform() {
    assertThat(Block.of("a", new Expression("aws_vpc.main.id")).attributes())
        .containsEntry("a", "${aws_vpc.main.id}");
  }

  @Test
  void expressionsInListsAndMapsAreExpressionsToo() {
    Block block =
        Block.of("list", List.of(new Expression("a.b"), "${c}"))
            .with("map", Map.of("k", new Expression("a.b")))
            .with("block", Block.of("n", 1));

    assertThat(block.attributes())
        .containsEntry("list", List.of("${a.b}", "$${c}"))
        .containsEntry("map", Map.of("k", "${a.b}"))
        .containsEntry("block", Map.of("n", 1));
  }

  @Test
  void mapsAreWrittenInTheOrderOfTheirKeys() {
    Object map = Block.of("m", Map.of("b", 1, "a", 2, "c", 3)).attributes().get("m");

    assertThat(((Map<?, ?>) map).keySet().toString()).isEqualTo("[a, b, c]");
  }
}
