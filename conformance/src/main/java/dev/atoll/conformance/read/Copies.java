package dev.atoll.conformance.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Documents that are there twice, byte by byte: a configuration and the copy of it in the folder
 * where Terraform works are one root, and would contradict each other if they counted as two.
 *
 * @param originals those to read
 * @param of the others, by what each is a copy of
 */
record Copies(Set<Path> originals, Map<Path, Path> of) {

  /** Tells copies from originals; of the same bytes, the first is the original. */
  static Copies among(Collection<Path> documents) {
    Map<Long, List<Path>> originals = new LinkedHashMap<>();
    Map<Path, Path> copies = new LinkedHashMap<>();
    for (Path document : documents) {
      List<Path> alike = originals.computeIfAbsent(size(document), size -> new ArrayList<>());
      alike.stream()
          .filter(known -> same(known, document))
          .findFirst()
          .ifPresentOrElse(known -> copies.put(document, known), () -> alike.add(document));
    }
    Set<Path> read = new LinkedHashSet<>(documents);
    read.removeAll(copies.keySet());
    return new Copies(read, copies);
  }

  private static long size(Path document) {
    try {
      return Files.size(document);
    } catch (IOException e) {
      throw new UncheckedIOException(document + " cannot be read", e);
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.mismatch(one, other) == -1;
    } catch (IOException e) {
      throw new UncheckedIOException(one + " or " + other + " cannot be read", e);
    }
  }
}
