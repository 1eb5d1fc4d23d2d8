package dev.atoll.conformance.cli;

import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say which topology a command is about. */
final class TopologyOption {

  @Option(
      names = {"-t", "--topology"},
      paramLabel = "CLASS",
      description =
          "The class that describes the topology, an implementation of"
              + " dev.atoll.topology.TopologySource. Default: ${DEFAULT-VALUE}")
  private String className = CoderDemo.class.getName();

  @Option(
      names = {"-cp", "--classpath"},
      paramLabel = "PATH",
      split = "[:;]",
      description = "Jars and class folders in which to look for that class.")
  private List<Path> classpath = List.of();

  /**
   * The topology.
   *
   * @throws UsageException when there is no such class, or it describes no topology
   * @throws dev.atoll.topology.InvalidTopology with every error at once
   */
  Topology load() {
    try {
      return source(loader().loadClass(className)).topology();
    } catch (ClassNotFoundException e) {
      throw new UsageException(
          "There is no class %s. Give its full name, and with --classpath the jar or folder that has it."
              .formatted(className),
          e);
    }
  }

  /** The options as they were given, for a command that takes the same ones. */
  String again() {
    String where =
        classpath.isEmpty()
            ? ""
            : " --classpath "
                + classpath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
    return className.equals(CoderDemo.class.getName()) ? where : " --topology " + className + where;
  }

  private static TopologySource source(Class<?> type) {
    try {
      return type.asSubclass(TopologySource.class).getConstructor().newInstance();
    } catch (ClassCastException e) {
      throw new UsageException(
          type.getName() + " does not implement " + TopologySource.class.getName() + ".", e);
    } catch (ReflectiveOperationException e) {
      throw new UsageException(
          type.getName() + " needs a public constructor without parameters.", e);
    }
  }

  private ClassLoader loader() {
    URL[] urls = classpath.stream().map(TopologyOption::url).toArray(URL[]::new);
    return new URLClassLoader(urls, TopologyOption.class.getClassLoader());
  }

  private static URL url(Path entry) {
    if (!Files.exists(entry)) {
      throw new UsageException("There is nothing at %s, which --classpath names.".formatted(entry));
    }
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UsageException(entry + " is no place to load classes from.", e);
    }
  }
}
