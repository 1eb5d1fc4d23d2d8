package dev.atoll.conformance.audit;

import dev.atoll.facts.Source;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a finding is.
 *
 * @param address the resource address or another name of the thing
 * @param file the file; empty when only an address is known
 * @param line the line, from 1; empty when only the file is known
 */
public record Location(String address, Optional<String> file, Optional<Integer> line) {

  private static final Pattern IN_FILE = Pattern.compile("(.*) \\((.+?)(?::(\\d+))?\\)");
  private static final Pattern FILE = Pattern.compile("([^\\s()\"]*\\.[A-Za-z]+)(?::(\\d+))?");

  /** Takes a source apart. */
  public static Location of(Source source) {
    Matcher inFile = IN_FILE.matcher(source.place());
    if (inFile.matches()) {
      return new Location(inFile.group(1), Optional.of(inFile.group(2)), line(inFile.group(3)));
    }
    Matcher file = FILE.matcher(source.place());
    // An address may look like a file's name, and has neither folder nor line.
    return file.matches() && (source.place().contains("/") || file.group(2) != null)
        ? new Location(file.group(1), Optional.of(file.group(1)), line(file.group(2)))
        : new Location(source.place(), Optional.empty(), Optional.empty());
  }

  private static Optional<Integer> line(String number) {
    return Optional.ofNullable(number).map(Integer::valueOf);
  }

  /** The root in whose state it is, where several were read; else empty. */
  String root() {
    return address.contains(":") && !address.contains("\"")
        ? address.substring(0, address.indexOf(':'))
        : "";
  }

  /** {@code main.tf:12}, or the address where no file is known. */
  @Override
  public String toString() {
    return file.map(name -> name + line.map(number -> ":" + number).orElse("")).orElse(address);
  }
}
