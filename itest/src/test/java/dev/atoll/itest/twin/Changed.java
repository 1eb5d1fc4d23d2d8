package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Facts of a deployment with one thing different. */
public final class Changed {

  private Changed() {}

  /** With every fact of a kind changed. */
  public static <F extends Fact> Facts each(Facts facts, Class<F> kind, UnaryOperator<F> change) {
    return Facts.of(
        facts.origin(),
        facts.everything().stream()
            .map(fact -> kind.isInstance(fact) ? change.apply(kind.cast(fact)) : fact)
            .toList());
  }

  /** With Coder's servers told something else. */
  public static Facts telling(Facts facts, String name, String value) {
    return each(facts, Workload.class, workload -> with(workload, name, value));
  }

  private static Workload with(Workload workload, String name, String value) {
    if (!workload.object().name().equals("coder")) {
      return workload;
    }
    Container old = workload.containers().get(0);
    List<EnvironmentVariable> environment = new ArrayList<>(old.environment());
    environment.removeIf(variable -> variable.name().equals(name));
    environment.add(new EnvironmentVariable(name, new Literal(value)));
    Container changed =
        new Container(
            old.name(),
            old.image(),
            old.command(),
            old.ports(),
            environment,
            old.requests(),
            old.limits(),
            old.readiness(),
            old.liveness(),
            old.preStop(),
            old.mounts());
    return new Workload(
        workload.source(),
        workload.ref(),
        workload.kind(),
        workload.object(),
        workload.replicas(),
        workload.ready(),
        workload.labels(),
        workload.serviceAccount(),
        List.of(changed),
        workload.volumes(),
        workload.spread(),
        workload.grace());
  }

  /** With no replica of Coder's servers in a Region, whatever stands before them. */
  static Facts withoutServersIn(Facts facts, Region region) {
    return each(
        facts,
        Workload.class,
        it ->
            it.object().name().equals("coder") && it.object().region().equals(region)
                ? new Workload(
                    it.source(),
                    it.ref(),
                    it.kind(),
                    it.object(),
                    0,
                    0,
                    it.labels(),
                    it.serviceAccount(),
                    it.containers(),
                    it.volumes(),
                    it.spread(),
                    it.grace())
                : it);
  }

  /** Without the records of a name. */
  public static Facts withoutRecordsOf(Facts facts, String name) {
    return facts.without(
        fact -> fact instanceof DnsRecord record && record.name().is(name::equals).isYes());
  }
}
