package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.UnreadableTerraform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules on disk. Each is parsed once, and only when something leads to it. */
final class Sources {

  private final Path base;
  private final Map<Path, HclModule> modules = new ConcurrentHashMap<>();

  /**
   * @param base what names of files are relative to
   */
  Sources(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /** Parses these folders and every local module that they lead to, in parallel. */
  void load(Set<Path> folders) {
    Set<Path> open = folders;
    while (!open.isEmpty()) {
      List<Path> found = open.stream().flatMap(folder -> filesOf(folder).stream()).toList();
      List<HclFile> files = found.parallelStream().map(this::tried).toList();
      Map<Path, List<HclFile>> byFolder =
          files.stream().collect(Collectors.groupingBy(file -> file.path().getParent()));
      for (Path folder : open) {
        List<HclFile> all = new ArrayList<>(byFolder.getOrDefault(folder, List.of()));
        if (!folders.contains(folder)) {
          all.addAll(inJson(folder));
        }
        modules.put(folder, module(folder, all));
      }
      open =
          open.stream()
              .flatMap(folder -> modules.get(folder).calls().values().stream())
              .flatMap(call -> local(call).stream())
              .filter(folder -> !modules.containsKey(folder) && Files.isDirectory(folder))
              .collect(Collectors.toSet());
    }
  }

  /** Every module that was loaded, by folder. */
  List<HclModule> all() {
    return modules.values().stream().sorted(Comparator.comparing(HclModule::folder)).toList();
  }

  /** The module in that folder, if it was loaded. */
  Optional<HclModule> at(Path folder) {
    return Optional.ofNullable(modules.get(folder.toAbsolutePath().normalize()));
  }

  /** The module that a call leads to, if it is a local one and was loaded. */
  Optional<HclModule> called(HclBlock call) {
    return local(call).flatMap(this::at);
  }

  /** The folder that a call names, when it is a local one. */
  Optional<Path> local(HclBlock call) {
    Path from = base.resolve(call.place().file()).getParent();
    return source(call)
        .filter(source -> source.startsWith("./") || source.startsWith("../"))
        .map(source -> from.resolve(source).normalize());
  }

  /** What a call names as its source: the only argument that has to be a literal. */
  static Optional<String> source(HclBlock call) {
    return call.body()
        .attribute("source")
        .map(source -> source.expression().getText())
        .filter(text -> text.length() > 1 && text.startsWith("\""))
        .map(text -> text.substring(1, text.length() - 1));
  }

  /** The name of a file as people see it. */
  String name(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return (whole.startsWith(base) ? base.relativize(whole) : whole).toString();
  }

  static List<Path> filesOf(Path folder) {
    return files(folder, ".tf");
  }

  private static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(end))
          // A link that leads nowhere is a file that cannot be read.
          .filter(file -> !Files.isDirectory(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  /** Roots in JSON are read as such; a module that is called would need its caller's values. */
  private List<HclFile> inJson(Path folder) {
    return files(folder, ".tf.json").stream()
        .map(
            file ->
                HclFile.unread(
                    file,
                    name(file),
                    name(file) + " is a module's code in JSON, which is read in roots only"))
        .toList();
  }

  /** A file that cannot be read keeps its place, without content, and says why. */
  private HclFile tried(Path file) {
    try {
      return HclFile.read(file, name(file));
    } catch (UnreadableTerraform unreadable) {
      return HclFile.unread(file, name(file), unreadable.getMessage());
    } catch (StackOverflowError deep) {
      return HclFile.unread(file, name(file), name(file) + " nests expressions too deeply");
    }
  }

  private static HclModule module(Path folder, List<HclFile> files) {
    return new HclModule(
        folder, files, files.stream().flatMap(file -> file.problem().stream()).toList());
  }
}
