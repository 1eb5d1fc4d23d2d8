package dev.atoll.conformance.read.hcl;

import java.util.List;

/**
 * <code>type "label" { … }</code>.
 *
 * @param type its type: {@code resource}, {@code lifecycle} …
 * @param labels its labels
 * @param body what stands in it
 * @param place where it starts
 */
record HclBlock(String type, List<String> labels, HclBody body, Place place) {

  HclBlock {
    labels = List.copyOf(labels);
  }

  /** The label at that position; empty when there are fewer. */
  String label(int index) {
    return index < labels.size() ? labels.get(index) : "";
  }
}
