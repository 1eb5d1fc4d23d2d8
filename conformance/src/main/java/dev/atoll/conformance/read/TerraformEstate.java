package dev.atoll.conformance.read;

import dev.atoll.conformance.read.coder.CoderChart;
import dev.atoll.conformance.read.hcl.HclEstate;
import dev.atoll.conformance.read.resource.Estate;
import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.configuration.MadeIn;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.DisruptionBudget;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Somebody's Terraform, read as one estate: folders of HCL, configuration in JSON, or the output of
 * {@code terraform show -json}.
 *
 * @param reading what it shows
 * @param roots how many roots it has
 * @param files how many files were read
 * @param resources how many resources and data sources there are, instance by instance
 * @param unread what could not be read, with file and line
 * @param assumptions what was taken for granted, for a person to check
 * @param marked the texts in which comments speak to Atoll, by the names of their files
 */
public record TerraformEstate(
    Reading reading,
    int roots,
    int files,
    int resources,
    List<String> unread,
    List<String> assumptions,
    Map<String, String> marked) {

  /** Why there may be more in clusters than Terraform says, which it never does. */
  public static final String IN_CLUSTERS = "what clusters hold was not read";

  private static final List<Gap> CLUSTERS =
      Stream.of(CarriedSecret.class, DisruptionBudget.class, KubernetesSecret.class)
          .map(kind -> new Gap(kind, IN_CLUSTERS))
          .toList();

  /**
   * Reads files and folders together.
   *
   * @param paths what a person named
   * @param base what the names of files are relative to
   * @param values files that give values to variables
   * @throws UnreadableTerraform when there is nothing to read, or a file is something else
   */
  public static TerraformEstate read(List<Path> paths, Path base, List<Path> values) {
    Set<Path> folders = new TreeSet<>();
    Set<Path> documents = new LinkedHashSet<>();
    for (Path named : paths) {
      Path path = target(named);
      if (!Files.exists(path)) {
        throw new UnreadableTerraform(
            named
                + " does not exist; name a folder with .tf files, or a file that terraform show"
                + " -json wrote");
      }
      if (!Files.isDirectory(path)) {
        single(path, folders, documents);
        continue;
      }
      Set<Path> hcl = HclEstate.roots(path);
      List<Path> json = json(path);
      if (hcl.isEmpty() && json.isEmpty()) {
        throw new UnreadableTerraform(
            named
                + " has no .tf and no .tf.json file in it or below it; name the folder of a"
                + " Terraform root, or of several");
      }
      folders.addAll(hcl);
      documents.addAll(json);
    }
    return read(folders, documents, base, values);
  }

  /** Where a link leads, if it is one: only links below are passed over. */
  private static Path target(Path path) {
    try {
      return Files.isSymbolicLink(path) ? path.toRealPath() : path;
    } catch (IOException loop) {
      throw new UnreadableTerraform(path + " is a link that leads nowhere", loop);
    }
  }

  private static void single(Path path, Set<Path> folders, Set<Path> documents) {
    if (path.toString().endsWith(".tf")) {
      folders.add(path.toAbsolutePath().getParent());
    } else {
      documents.add(path);
    }
  }

  private static TerraformEstate read(
      Set<Path> folders, Set<Path> named, Path base, List<Path> values) {
    Copies copies = Copies.among(named);
    Set<Path> documents = copies.originals();
    HclEstate hcl = HclEstate.read(folders, base, values);
    List<Estate.Part> parts = new ArrayList<>(hcl.parts());
    List<Fact> written = new ArrayList<>();
    List<String> unread = new ArrayList<>(hcl.unread());
    for (Estate.Part part : hcl.parts()) {
      try {
        written.addAll(VariableFiles.inCode(part.folder(), base));
      } catch (UnreadableTerraform unreadable) {
        unread.add(unreadable.getMessage());
      }
    }
    written.addAll(hcl.written());
    List<Gap> gaps = new ArrayList<>(CLUSTERS);
    for (Path document : documents) {
      try {
        written.addAll(TerraformJson.add(document, base, parts));
      } catch (UnreadableTerraform unreadable) {
        if (documents.size() + folders.size() == 1) {
          throw unreadable;
        }
        unread.add(unreadable.getMessage());
        gaps.addAll(Gaps.of(document + " was not read"));
      }
    }
    if (parts.isEmpty()) {
      throw new UnreadableTerraform(String.join("; ", unread));
    }
    if (parts.stream().map(part -> part.root().origin()).distinct().count() != 1) {
      throw new UnreadableTerraform(
          "configuration, plans and states cannot be audited together: one says what shall be, the"
              + " other what is. Name files of one kind.");
    }
    List<Estate.Part> waiting = parts.stream().filter(Waiting::waits).toList();
    List<Estate.Part> deployed = parts.stream().filter(part -> !Waiting.waits(part)).toList();
    Root joined = Waiting.deployed(deployed, parts.get(0).root().origin());
    Reading reading = RootReader.read(joined);
    written.addAll(CoderChart.objects(reading.facts()));
    gaps.addAll(CoderChart.gaps(reading.facts()));
    written.addAll(apart(joined, hcl.parts()));
    Facts facts = Waiting.beside(reading.facts().and(written), waiting);
    List<String> assumptions = new ArrayList<>(hcl.assumptions());
    assumptions.addAll(Waiting.assumed(waiting));
    copies
        .of()
        .forEach(
            (copy, original) ->
                assumptions.add(
                    "%s and %s are one root: the same bytes".formatted(original, copy)));
    return new TerraformEstate(
        new Reading(facts.lacking(gaps), reading.unread()),
        parts.size(),
        hcl.files() + documents.size(),
        parts.stream().mapToInt(part -> part.root().resources().size()).sum(),
        List.copyOf(unread),
        List.copyOf(assumptions),
        hcl.marked());
  }

  /** Which root makes which release; roots in HCL do not say in which order they are applied. */
  private static List<MadeIn> apart(Root joined, List<Estate.Part> parts) {
    List<Estate.Part> deployed = parts.stream().filter(part -> !Waiting.waits(part)).toList();
    List<MadeIn> all = new ArrayList<>();
    for (Resource resource : joined.resources()) {
      // A joined estate numbers its roots where it names their providers.
      int root = Integer.parseInt(resource.provider().split(":", -1)[0]);
      if (resource.type().equals("helm_release") && root < deployed.size()) {
        Ref ref = new Ref(resource.address());
        all.add(new MadeIn(new Source(joined.origin(), ref.key()), ref, deployed.get(root).name()));
      }
    }
    return all;
  }

  private static List<Path> json(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".tf.json"))
          .filter(file -> !folder.relativize(file).toString().matches("(.*/)?\\..*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }
}
