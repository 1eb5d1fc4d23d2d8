package dev.atoll.itest.localstack;

import dev.atoll.itest.backend.Backend;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the emulator ({@link LocalStack}) and a {@link World} on it as parameters.
 *
 * <p>One emulator serves all test classes of a run; it starts when first asked for and ends with
 * the run. Each top-level test class has its own world. The configuration parameter {@code
 * atoll.backend} says where the emulator runs.
 */
public final class LocalStackExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LocalStackExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == World.class || type == LocalStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    LocalStack emulator = emulator(context);
    return parameter.getParameter().getType() == LocalStack.class
        ? emulator
        : testClass(context)
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(World.class, key -> emulator.newWorld(), World.class);
  }

  // The root store closes what it holds, AutoCloseable, when the run ends.
  private static LocalStack emulator(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            LocalStack.class,
            key ->
                LocalStack.start(
                    Backend.configured(context::getConfigurationParameter), System.err::println),
            LocalStack.class);
  }

  private static ExtensionContext testClass(ExtensionContext context) {
    return context
        .getParent()
        .filter(parent -> parent != context.getRoot())
        .map(LocalStackExtension::testClass)
        .orElse(context);
  }
}
