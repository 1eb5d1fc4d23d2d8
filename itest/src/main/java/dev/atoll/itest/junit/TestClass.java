package dev.atoll.itest.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** What belongs to a top-level test class and all that is nested in it. */
final class TestClass {

  private TestClass() {}

  /** Closes what it holds, AutoCloseable, after the class, last made first. */
  static ExtensionContext.Store store(ExtensionContext context, Class<?> extension) {
    return top(context).getStore(ExtensionContext.Namespace.create(extension));
  }

  private static ExtensionContext top(ExtensionContext context) {
    return context
        .getParent()
        .filter(parent -> parent != context.getRoot())
        .map(TestClass::top)
        .orElse(context);
  }
}
