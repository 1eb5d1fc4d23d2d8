package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Evidence;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.services.ec2.model.Address;

/** What must hold of any deployment's life, whatever is in it. */
final class Lifecycle {

  private final Run run;
  private final Deployed deployed;

  Lifecycle(Run run, Deployed deployed) {
    this.run = run;
    this.deployed = deployed;
  }

  /** RUN-1: a plan after the apply is empty. */
  void requireNoChanges() {
    run.progress().say("terraform plan, again");
    long before = System.nanoTime();
    boolean changes = deployed.terraform().plan(deployed.root().resolve("second-plan"));
    tell(
        "RUN-1",
        before,
        changes,
        "a second apply would change something",
        "the second plan is empty");
  }

  /** RUN-2: after a destroy there is nothing left of the deployment. */
  void requireCleanDestroy() {
    run.progress().say("terraform destroy");
    long before = System.nanoTime();
    deployed.liftDeletionProtection();
    deployed.terraform().destroy();
    List<String> left = left();
    tell("RUN-2", before, !left.isEmpty(), "left behind: " + left, "nothing is left");
  }

  private List<String> left() {
    Facts network = deployed.network();
    Stream<Ref> vpcs = network.all(Vpc.class).stream().filter(this::isOurs).map(Vpc::ref);
    Stream<Ref> peerings =
        network.all(VpcPeering.class).stream()
            .filter(peering -> !peering.status().is(VpcPeering.Status.DEAD::equals).isYes())
            .map(VpcPeering::ref);
    Stream<Ref> nodes = network.all(NodeInterfaces.class).stream().map(NodeInterfaces::ref);
    Stream<Ref> stores =
        deployed.read().everything().stream()
            .filter(fact -> fact instanceof DatabaseCluster || fact instanceof CacheGroup)
            .map(Fact::ref);
    return Stream.of(
            vpcs.map(Ref::key),
            peerings.map(Ref::key),
            nodes.map(Ref::key),
            stores.map(Ref::key),
            addresses(),
            names())
        .flatMap(stream -> stream)
        .toList();
  }

  /** The emulator's default VPCs have been there before. */
  private boolean isOurs(Vpc vpc) {
    return run.topology().regions().stream()
        .flatMap(region -> region.vpc().asOptional().stream())
        .anyMatch(cidr -> vpc.cidrs().is(cidrs -> cidrs.contains(cidr)).isYes());
  }

  private Stream<String> addresses() {
    return run.topology().regions().stream()
        .map(region -> deployed.aws().ec2(region.region()))
        .flatMap(ec2 -> ec2.describeAddresses().addresses().stream())
        .map(Address::allocationId);
  }

  /** Certificates, and records in the zone that was there before. */
  private Stream<String> names() {
    Facts facts = deployed.read();
    return Stream.concat(
            facts.all(Certificate.class).stream(),
            facts.all(DnsRecord.class).stream()
                .filter(record -> !record.type().is(Set.of("NS", "SOA")::contains).isYes()))
        .map(fact -> fact.ref().key());
  }

  private void tell(String id, long since, boolean broken, String problem, String fine) {
    if (run.isAbout(id)) {
      Judgement judgement =
          new Judgement(broken ? Verdict.FAIL : Verdict.PASS, broken ? problem : fine, List.of());
      Duration took = Duration.ofNanos(System.nanoTime() - since);
      run.log().add(Evidence.of(id, EvidenceKind.APPLIED, judgement, took));
    }
    if (broken) {
      throw new AssertionFailedError(problem);
    }
  }
}
