package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Terraform root as one of its files shows it, or several roots joined, whatever the format.
 *
 * @param origin which kind of file
 * @param resources resources and data sources, instance by instance, in the file's order
 * @param regions where each provider configuration works, by its key
 * @param backends the backend blocks
 * @param outputs its outputs, where the format has their expressions
 * @param uncounted resources of which it is not known how many instances there are, by type
 * @param modules the module calls whose content was not read
 * @param shown the outputs as people see them, in every format
 * @param requirements which providers it asks for; a state does not say
 * @param before what was there before the plan; empty when the format does not say
 */
public record Root(
    Origin origin,
    List<Resource> resources,
    Map<String, Term> regions,
    List<Backend> backends,
    Map<String, Term> outputs,
    Map<String, String> uncounted,
    List<String> modules,
    List<Output> shown,
    List<Requirement> requirements,
    Optional<Root> before) {

  /**
   * A backend block.
   *
   * @param type its type, such as {@code s3}
   * @param arguments what it says
   * @param file the name of the file that has it
   */
  public record Backend(String type, Term.ObjectOf arguments, String file) {}

  /**
   * An output.
   *
   * @param name its name
   * @param sensitive whether it is marked so
   * @param value its value, as it is written or as it came out
   */
  public record Output(String name, boolean sensitive, Term value) {}

  /**
   * A provider that a root asks for.
   *
   * @param source such as {@code hashicorp/helm}
   * @param version the constraint as it is written; empty for none
   * @param place where it says so
   */
  public record Requirement(String source, String version, String place) {}

  public Root {
    requirements = List.copyOf(requirements);
    shown = List.copyOf(shown);
    resources = List.copyOf(resources);
    regions = Map.copyOf(regions);
    backends = List.copyOf(backends);
    outputs = Map.copyOf(outputs);
    uncounted = Map.copyOf(uncounted);
    modules = List.copyOf(modules);
  }
}
