package dev.atoll.topology;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.model.Malformed;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;

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
        LoginBuilder,
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

  /** What is wrong with a number of replicas, if something is. */
  static Optional<Malformed> checkReplicas(int replicas, Source call, String key) {
    return replicas > 0
        ? Optional.empty()
        : Optional.of(
            new Malformed(
                call,
                new Ref("replicas." + key),
                "number of replicas",
                "%d: at least one server is needed".formatted(replicas)));
  }

  private static boolean isOutside(StackFrame frame) {
    Class<?> caller = frame.getDeclaringClass();
    return caller != Topology.class && !Builder.class.isAssignableFrom(caller);
  }
}
