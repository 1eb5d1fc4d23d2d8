package dev.atoll.itest.live;

import dev.atoll.traffic.TrafficException;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Lets calls to AWS through that read what there is, within a budget, and nothing else: nothing
 * that changes something, and nothing that shows what a secret holds.
 */
final class ReadOnlyCalls implements ExecutionInterceptor {

  private static final Pattern READING =
      Pattern.compile("(Describe|List|Get|Head)(?!SecretValue).*");

  private final Budget budget;

  ReadOnlyCalls(Budget budget) {
    this.budget = budget;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    if (!READING.matcher(operation).matches()) {
      throw new TrafficException(
          "not asked: %s %s is not sent to a live account, which is only read"
              .formatted(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME), operation));
    }
  }

  /** Second tries of the SDK count too. */
  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    budget.take();
  }
}
