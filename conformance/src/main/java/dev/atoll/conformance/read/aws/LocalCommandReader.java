package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.configuration.LocalCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Commands that resources without a thing of their own run where Terraform is applied. */
final class LocalCommandReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("null_resource", "terraform_data");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(LocalCommand.class);
  }

  @Override
  public List<LocalCommand> read(Attributes resource) {
    List<LocalCommand> all = new ArrayList<>();
    for (Attributes provisioner : resource.blocks("provisioner").asOptional().orElse(List.of())) {
      for (Attributes local : provisioner.blocks("local-exec").asOptional().orElse(List.of())) {
        Value<String> command = local.legible("command");
        all.add(new LocalCommand(resource.source(), resource.ref(), command));
      }
    }
    return all;
  }
}
