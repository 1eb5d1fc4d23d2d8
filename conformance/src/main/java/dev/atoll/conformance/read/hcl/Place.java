package dev.atoll.conformance.read.hcl;

/**
 * Where something stands.
 *
 * @param file the file as people see it, relative to where they work
 * @param line the line, from 1
 */
record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
