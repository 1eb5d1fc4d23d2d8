package dev.atoll.stacks.helm;

import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Template;
import java.util.Optional;

/** Where a release's chart comes from, in an exact version. */
public sealed interface Chart {

  /** The version, such as {@code 2.27.1}. */
  String version();

  /** What {@code chart} of a release says. */
  Object reference();

  /** What {@code repository} of a release says; empty when the reference says it all. */
  Optional<String> repository();

  /**
   * A chart that its makers publish in a repository.
   *
   * @param url the repository's URL
   * @param name its name there
   */
  record Published(String url, String name, String version) implements Chart {
    @Override
    public Object reference() {
      return name;
    }

    @Override
    public Optional<String> repository() {
      return Optional.of(url);
    }
  }

  /**
   * A chart that its makers publish in an OCI registry.
   *
   * @param reference such as {@code oci://public.ecr.aws/karpenter/karpenter}
   */
  record Oci(String reference, String version) implements Chart {
    @Override
    public Optional<String> repository() {
      return Optional.empty();
    }
  }

  /**
   * A chart of our own; it is written next to the Terraform.
   *
   * @param chart the chart
   */
  record Own(OwnChart chart) implements Chart {
    @Override
    public String version() {
      return chart.version();
    }

    @Override
    public Object reference() {
      return Template.of(new Expression("path.module"), "/" + OwnChart.FOLDER + "/" + chart.name());
    }

    @Override
    public Optional<String> repository() {
      return Optional.empty();
    }
  }
}
