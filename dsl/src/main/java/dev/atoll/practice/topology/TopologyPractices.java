package dev.atoll.practice.topology;

import dev.atoll.practice.Practice;
import java.util.List;

/** The practices about the shape of a topology. They come beside the rows of the documents. */
public final class TopologyPractices {

  private TopologyPractices() {}

  /** In the order of their ids. */
  public static List<Practice> all() {
    return List.of(new OnePrimary(), new UsableCidrs(), new AcceptableNames());
  }
}
