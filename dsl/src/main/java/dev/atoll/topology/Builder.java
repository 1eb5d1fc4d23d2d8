package dev.atoll.topology;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;

/**
 * A fluent builder: knows which line of the user's code called it, so that a finding can say so.
 */
sealed interface Builder
    permits TopologyBuilder,
        RegionBuilder,
        CoderBuilder,
        NetworkLoadBalancerBuilder,
        PeeringBuilder,
        StateBuilder,
        DnsBuilder,
        ProxyBuilder,
        AuroraBuilder,
        LiteLlmBuilder,
        CacheBuilder {

  /** The source of a builder call, as {@code .region(US_EAST_2) at CoderDemo.java:31}. */
  static Source calledAt(String call) {
    String place =
        StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
            .walk(frames -> frames.filter(Builder::isOutside).findFirst())
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return new Source(Origin.TOPOLOGY, call + place);
  }

  private static boolean isOutside(StackFrame frame) {
    Class<?> caller = frame.getDeclaringClass();
    return caller != Topology.class && !Builder.class.isAssignableFrom(caller);
  }
}
