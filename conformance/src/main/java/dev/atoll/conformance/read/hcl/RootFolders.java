package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.UnreadableTerraform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which folders are applied by themselves. Terraform has no word for it: one that configures a
 * provider or a backend is, unless another one calls it; where none does, all that nobody calls.
 */
final class RootFolders {

  private static final Pattern CONFIGURES =
      Pattern.compile("^\\s*(provider|backend)\\s+\"|^\\s*cloud\\s*\\{", Pattern.MULTILINE);
  private static final Pattern LOCAL =
      Pattern.compile("^\\s*source\\s*=\\s*\"(\\.\\.?/[^\"]*)\"", Pattern.MULTILINE);

  private RootFolders() {}

  /** The roots at or under that folder; empty when there is no HCL. */
  static Set<Path> under(Path top) {
    Set<Path> all = new TreeSet<>();
    Set<Path> configuring = new LinkedHashSet<>();
    Set<Path> called = new LinkedHashSet<>();
    for (Path file : files(top.toAbsolutePath().normalize())) {
      Path folder = file.getParent();
      String text = text(file);
      all.add(folder);
      if (CONFIGURES.matcher(text).find()) {
        configuring.add(folder);
      }
      Matcher source = LOCAL.matcher(text);
      while (source.find()) {
        called.add(folder.resolve(source.group(1)).normalize());
      }
    }
    Set<Path> candidates = configuring.isEmpty() ? all : configuring;
    return candidates.stream()
        .filter(folder -> !called.contains(folder))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(Path top) {
    List<Path> found = new java.util.ArrayList<>();
    try {
      Files.walkFileTree(
          top,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              // What Terraform and version control keep for themselves.
              boolean hidden =
                  !folder.equals(top) && folder.getFileName().toString().startsWith(".");
              return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              throw new UnreadableTerraform(file + " cannot be read: " + why.getMessage(), why);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.getFileName().toString().endsWith(".tf")) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(top + " cannot be listed", e);
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      // Whoever parses it says so.
      return "";
    }
  }
}
