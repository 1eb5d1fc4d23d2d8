package dev.atoll.itest.junit;

import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the terraform command ({@link Terraform}) as a parameter. */
public final class TerraformExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Terraform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(TerraformExtension.class))
        .getOrComputeIfAbsent(
            Terraform.class,
            key -> Terraform.find(SearchPath.ofEnvironment(), System.err::println),
            Terraform.class);
  }
}
