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
   * @param address what tells it from others, of other roots too
   * @param sensitive whether it is marked so
   * @param value its value, as it is written or as it came out
   * @param file the file that has it, with the line where that is known; empty where neither is
   */
  public record Output(
      String name, String address, boolean sensitive, Term value, Optional<String> file) {

    /** An output of a root that is read by itself. */
    public Output(String name, boolean sensitive, Term value, Optional<String> file) {
      this(name, "output." + name, sensitive, value, file);
    }

    /** The same, as one among those of other roots. */
    Output of(String root) {
      return new Output(name, root + ":output." + name, sensitive, value, file);
    }

    /** The address, and the file behind it. */
    public String place() {
      return file.map(name -> "%s (%s)".formatted(address, name)).orElse(address);
    }
  }

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
