package dev.atoll.conformance.read.hcl;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of one folder, which are one module. */
final class HclModule {

  private final Path folder;
  private final List<HclFile> files;
  private final List<String> unread;
  private final Map<String, HclAttribute> locals = new HashMap<>();
  private final Map<String, HclBlock> variables = new HashMap<>();
  private final Map<String, HclBlock> outputs = new HashMap<>();
  private final Map<String, HclBlock> calls = new HashMap<>();

  HclModule(Path folder, List<HclFile> files, List<String> unread) {
    this.folder = folder;
    this.files = Overrides.applied(files);
    this.unread = List.copyOf(unread);
    blocks("locals")
        .flatMap(block -> block.body().attributes().stream())
        .forEach(local -> locals.putIfAbsent(local.name(), local));
    blocks("variable").forEach(block -> variables.putIfAbsent(block.label(0), block));
    blocks("output").forEach(block -> outputs.putIfAbsent(block.label(0), block));
    blocks("module").forEach(block -> calls.putIfAbsent(block.label(0), block));
  }

  Path folder() {
    return folder;
  }

  List<HclFile> files() {
    return files;
  }

  /** What of it could not be read, with the reason. */
  List<String> unread() {
    return unread;
  }

  Map<String, HclAttribute> locals() {
    return locals;
  }

  Map<String, HclBlock> variables() {
    return variables;
  }

  Map<String, HclBlock> outputs() {
    return outputs;
  }

  Map<String, HclBlock> calls() {
    return calls;
  }

  /** The blocks of that type in all files, in order. */
  Stream<HclBlock> blocks(String type) {
    return files.stream().flatMap(file -> file.body().blocks(type).stream());
  }
}
