package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.resource.Estate;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.configuration.TakenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Roots in HCL, read together.
 *
 * @param parts the roots
 * @param written what is written in their modules
 * @param unread what could not be read, with file and line
 * @param assumptions what was taken for granted, for a person to check
 * @param files how many files were read
 * @param marked the texts in which comments speak to Atoll, by the names of their files
 */
public record HclEstate(
    List<Estate.Part> parts,
    List<Fact> written,
    List<String> unread,
    List<String> assumptions,
    int files,
    Map<String, String> marked) {

  private static final String MARK = "atoll:";

  /** The folders at or under that one that are applied by themselves; none when there is no HCL. */
  public static Set<Path> roots(Path folder) {
    return RootFolders.under(folder);
  }

  /**
   * Reads roots and all local modules that they call, parsing in parallel.
   *
   * @param folders the roots
   * @param base what the names of files are relative to
   * @param values files that give values to variables, beside those that Terraform finds itself
   */
  public static HclEstate read(Set<Path> folders, Path base, List<Path> values) {
    Sources sources = new Sources(base);
    Set<Path> all = new TreeSet<>();
    folders.forEach(folder -> all.add(folder.toAbsolutePath().normalize()));
    sources.load(all);
    Map<HclModule, Map<String, Term>> given = new LinkedHashMap<>();
    Set<String> unread = new LinkedHashSet<>();
    all.forEach(
        folder ->
            sources
                .at(folder)
                .ifPresent(
                    module ->
                        given.put(module, GivenValues.of(sources, module, values, unread::add))));
    Map<String, Term> shared = GivenValues.shared(given);
    // Each root is evaluated by itself: what they share does not change.
    List<Evaluated> roots =
        given.entrySet().parallelStream()
            .map(one -> Evaluated.of(new HclRoot(sources, one.getKey(), one.getValue(), shared)))
            .toList();
    List<Estate.Part> parts = new ArrayList<>();
    Map<Path, HclRoot.Taken> taken = new LinkedHashMap<>();
    Set<Place> made = new HashSet<>();
    Set<Place> none = new HashSet<>();
    List<String> assumptions = new ArrayList<>();
    for (Evaluated one : roots) {
      HclModule module = one.root().module();
      parts.add(new Estate.Part(module.folder(), sources.name(module.folder()), one.read()));
      taken.putAll(one.root().taken());
      made.addAll(one.root().made());
      none.addAll(one.root().none());
      assumptions.addAll(assumed(sources, module, given.get(module), shared));
    }
    none.removeAll(made);
    List<Fact> written =
        new ArrayList<>(
            sources.all().parallelStream()
                .flatMap(module -> texts(sources, module, given.keySet(), none).stream())
                .toList());
    sources.all().forEach(module -> unread.addAll(module.unread()));
    taken.forEach((file, text) -> written.add(fact(sources.name(file), text)));
    int files = sources.all().stream().mapToInt(module -> module.files().size()).sum();
    Map<String, String> marked = new LinkedHashMap<>();
    for (HclModule module : sources.all()) {
      for (HclFile file : module.files()) {
        if (file.text().contains(MARK)) {
          marked.put(file.name(), file.text());
        }
      }
    }
    taken.forEach(
        (file, text) -> {
          if (text.text().contains(MARK)) {
            marked.put(sources.name(file), text.text());
          }
        });
    return new HclEstate(parts, written, List.copyOf(unread), assumptions, files, marked);
  }

  /** A root, and everything that it makes. */
  private record Evaluated(HclRoot root, Root read) {
    static Evaluated of(HclRoot root) {
      return new Evaluated(root, root.read());
    }
  }

  private static List<Fact> texts(
      Sources sources, HclModule module, Set<HclModule> roots, Set<Place> none) {
    String folder = sources.name(module.folder());
    boolean root = roots.contains(module);
    List<Fact> all =
        new ArrayList<>(
            HclTexts.of(
                module,
                root && roots.size() == 1 ? "" : folder,
                block -> !none.contains(block.place())));
    if (root) {
      all.addAll(HclTexts.credentials(module, folder));
    }
    return all;
  }

  private static TakenFile fact(String file, HclRoot.Taken taken) {
    return new TakenFile(
        new Source(Origin.CONFIGURATION, file), new Ref(file), taken.text(), taken.template());
  }

  private static List<String> assumed(
      Sources sources, HclModule module, Map<String, Term> own, Map<String, Term> shared) {
    List<String> all = new ArrayList<>();
    String name = sources.name(module.folder());
    shared.forEach(
        (variable, value) -> {
          if (module.variables().containsKey(variable)
              && GivenValues.value(module, own, variable).isEmpty()) {
            all.add(
                "var.%s of %s is %s, as other roots say"
                    .formatted(variable, name, value.asText().orElse("?")));
          }
        });
    boolean open =
        module
            .blocks("provider")
            .filter(block -> block.label(0).equals("aws"))
            .flatMap(block -> block.body().attribute("region").stream())
            .anyMatch(
                region -> {
                  String text = region.expression().getText();
                  return text.startsWith("var.")
                      && GivenValues.value(module, own, text.substring(4)).isEmpty();
                });
    if (open) {
      Providers.ofFolder(module.folder())
          .flatMap(Term::asText)
          .ifPresent(region -> all.add("%s is in %s, as its folder says".formatted(name, region)));
    }
    return all;
  }
}
