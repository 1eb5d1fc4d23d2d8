package dev.atoll.conformance.diagnose;

import dev.atoll.conformance.diagnose.Result.State;
import java.util.List;

/**
 * The whole way of a packet between replicas, for what no step before has named: network ACLs,
 * outgoing rules, subnets without a route table.
 *
 * @param parts the steps that judge its parts
 */
record WholePathStep(List<JudgedStep> parts) implements Step {

  private static final JudgedStep WHOLE = JudgedStep.of("the whole way", "NET-5");

  @Override
  public String question() {
    return "Does the whole way between replicas work, both ways?";
  }

  @Override
  public Result take(Scene scene) {
    Result whole = WHOLE.take(scene);
    boolean named = parts.stream().anyMatch(part -> part.take(scene).state() == State.BROKEN);
    return whole.state() == State.BROKEN && named
        ? Result.open("no, because of what is named above: " + whole.detail())
        : whole;
  }
}
