package dev.atoll.practice.database;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.Value.known;
import static dev.atoll.facts.Value.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Acu;
import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseCluster.Capacity;
import dev.atoll.facts.database.DatabaseCluster.MasterPassword;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Endpoint;
import dev.atoll.facts.database.DatabaseConnection.Password;
import dev.atoll.facts.database.DatabaseConnection.Tls;
import dev.atoll.facts.database.DatabaseGrant;
import dev.atoll.facts.database.DatabaseInstance;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import dev.atoll.facts.secret.CredentialOutput;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which practices fail, exactly, for which broken database or secret. */
class DatabasePracticesTest {

  private static final List<Practice> ALL =
      List.of(
          new OneWriter(),
          new MinimumCapacity(),
          new OneDatabase(),
          new PortOpenToRegionsOnly(),
          new GeneratedCredentials(),
          new IamTokenRegion(),
          new RotatingPassword(),
          new ConnectionUrl());

  private static final Source AT = new Source(Origin.PLAN, "here");
  private static final Ref CODER = new Ref("coder");
  private static final Ref GROUP = new Ref("group");

  @Test
  void theBasePasses() {
    assertThat(with(Verdict.PASS, facts(UnaryOperator.identity()))).hasSize(ALL.size());
  }

  @Test
  void nothingToLookAtIsNoPass() {
    assertThat(with(Verdict.NOT_APPLICABLE, Facts.of(Origin.PLAN, List.of()))).hasSize(ALL.size());
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        broken("a reader without reason", add(instance("reader", CODER)), "AUR-1"),
        broken("no instance", replace(DatabaseInstance.class), "AUR-1"),
        broken("a higher minimum", cluster(new Capacity(new Acu(1), new Acu(16))), "AUR-2"),
        broken("a minimum of zero", cluster(new Capacity(new Acu(0), new Acu(16))), "AUR-2"),
        broken(
            "a database in each Region",
            add(
                cluster(new Ref("other"), US_WEST_2, MasterPassword.GIVEN),
                instance("w", new Ref("other"))),
            "AUR-4"),
        broken(
            "the reader endpoint",
            connection(Endpoint.READER, Password.NONE, Tls.VERIFIED, US_EAST_2),
            "AUR-4"),
        broken("a Region that is not let in", rules("10.0.0.0/16"), "AUR-5"),
        broken("half a Region", rules("10.0.0.0/16", "10.1.0.0/17"), "AUR-5"),
        broken("an unknown VPC", rules("10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"), "AUR-5"),
        broken("a block around both", rules("10.0.0.0/15"), "AUR-5"),
        broken("one Region in halves", rules("10.0.0.0/17", "10.0.128.0/17", "10.1.0.0/16"), null),
        broken("a wider block", rules("10.0.0.0/14"), "AUR-5"),
        broken("anywhere", rules("0.0.0.0/0"), "AUR-5"),
        broken("more ports", add(rule("more", "10.0.0.0/16", new PortRange(0, 65535))), "AUR-5"),
        broken("a password in the state", add(credential(Custody.STATE)), "AUR-6"),
        broken("a password in the code", add(credential(Custody.CODE)), "AUR-6"),
        broken("no password needed", add(credential(Custody.OPEN)), "AUR-6"),
        broken(
            "a password that must be in the state",
            add(credential(Custody.STATE_UNAVOIDABLE)),
            null),
        broken(
            "an open output", add(new CredentialOutput(AT, new Ref("o"), known(false))), "AUR-6"),
        broken(
            "a sensitive output", add(new CredentialOutput(AT, new Ref("o"), known(true))), null),
        broken(
            "tokens for another Region",
            connection(Endpoint.WRITER, Password.NONE, Tls.VERIFIED, US_WEST_2),
            "AUR-8"),
        broken(
            "the master password in the URL",
            connection(Endpoint.WRITER, Password.MASTER, Tls.VERIFIED, US_EAST_2),
            "AUR-9"),
        broken(
            "a raw password",
            connection(Endpoint.WRITER, Password.RAW, Tls.VERIFIED, US_EAST_2),
            "AUR-10"),
        broken(
            "an encoded password",
            connection(Endpoint.WRITER, Password.ENCODED, Tls.VERIFIED, US_EAST_2),
            null),
        broken(
            "TLS for whoever answers",
            connection(Endpoint.WRITER, Password.NONE, Tls.UNVERIFIED, US_EAST_2),
            "AUR-10"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("breaks")
  void eachBreakFailsExactly(String name, UnaryOperator<List<Fact>> change, String failing) {
    assertThat(with(Verdict.FAIL, facts(change)))
        .isEqualTo(failing == null ? List.of() : List.of(failing));
  }

  @Test
  void aReaderWithItsReasonIsCountedAndNotReported() {
    Facts facts =
        facts(
            add(
                new DatabaseInstance(
                    AT,
                    new Ref("reader"),
                    known(CODER),
                    known("db.serverless"),
                    known(false),
                    Optional.of("reports"))));

    assertThat(new OneWriter().judge(facts.intending(facts)))
        .matches(judgement -> judgement.verdict() == Verdict.PASS)
        .matches(judgement -> judgement.detail().contains("because \"reports\", about 44 USD"));
  }

  @Test
  void whatIsNotSeenIsOpen() {
    assertThat(new RotatingPassword().judge(facts(replace(DatabaseConnection.class))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(new IamTokenRegion().judge(facts(replace(DatabaseGrant.class))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  static Stream<Arguments> hidden() {
    return Stream.of(
        Arguments.of(DatabaseInstance.class, new OneWriter()),
        Arguments.of(DatabaseCluster.class, new MinimumCapacity()),
        Arguments.of(DatabaseCluster.class, new OneDatabase()),
        Arguments.of(Ingress.class, new PortOpenToRegionsOnly()),
        Arguments.of(NodeInterfaces.class, new PortOpenToRegionsOnly()));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void aGapLeavesOpen(Class<? extends Fact> kind, Practice practice) {
    Facts some =
        Facts.of(
            Origin.PLAN,
            facts(UnaryOperator.identity()).everything(),
            List.of(new Gap(kind, "one root of two was read")));

    assertThat(practice.judge(some).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  private static List<String> with(Verdict verdict, Facts facts) {
    return ALL.stream()
        .filter(practice -> practice.judge(facts).verdict() == verdict)
        .map(practice -> practice.about().id())
        .toList();
  }

  private static Facts facts(UnaryOperator<List<Fact>> change) {
    List<Fact> base = new ArrayList<>();
    base.add(cluster(CODER, US_EAST_2, MasterPassword.MANAGED_BY_RDS));
    base.add(instance("writer", CODER));
    base.addAll(region(US_EAST_2, "10.0.0.0/16"));
    base.addAll(region(US_WEST_2, "10.1.0.0/16"));
    base.add(rule("1", "10.0.0.0/16", PortRange.of(5432)));
    base.add(rule("2", "10.1.0.0/16", PortRange.of(5432)));
    base.add(credential(Custody.MANAGED));
    base.add(connectionOf(Endpoint.WRITER, Password.NONE, Tls.VERIFIED, known(US_EAST_2)));
    base.add(new DatabaseGrant(AT, new Ref("grant"), known("coder")));
    return Facts.of(Origin.PLAN, change.apply(base));
  }

  private static Arguments broken(String name, UnaryOperator<List<Fact>> change, String failing) {
    return Arguments.of(name, change, failing);
  }

  private static UnaryOperator<List<Fact>> add(Fact... more) {
    return base -> Stream.concat(base.stream(), Stream.of(more)).toList();
  }

  private static UnaryOperator<List<Fact>> replace(Class<? extends Fact> kind, Fact... by) {
    return base ->
        Stream.concat(base.stream().filter(fact -> !kind.isInstance(fact)), Stream.of(by)).toList();
  }

  private static UnaryOperator<List<Fact>> rules(String... cidrs) {
    return replace(
        Ingress.class,
        Stream.of(cidrs).map(cidr -> rule(cidr, cidr, PortRange.of(5432))).toArray(Fact[]::new));
  }

  private static UnaryOperator<List<Fact>> connection(
      Endpoint endpoint, Password password, Tls tls, Region signedFor) {
    return replace(
        DatabaseConnection.class, connectionOf(endpoint, password, tls, known(signedFor)));
  }

  private static UnaryOperator<List<Fact>> cluster(Capacity capacity) {
    return replace(
        DatabaseCluster.class, cluster(CODER, US_EAST_2, MasterPassword.MANAGED_BY_RDS, capacity));
  }

  private static DatabaseConnection connectionOf(
      Endpoint endpoint, Password password, Tls tls, Value<Region> signedFor) {
    return new DatabaseConnection(
        AT,
        new Ref("secret"),
        known(CODER),
        known(endpoint),
        known("coder"),
        known(password),
        known(tls),
        signedFor);
  }

  private static DatabaseCluster cluster(Ref ref, Region region, MasterPassword password) {
    return cluster(ref, region, password, new Capacity(new Acu(0.5), new Acu(16)));
  }

  private static DatabaseCluster cluster(
      Ref ref, Region region, MasterPassword password, Capacity capacity) {
    return new DatabaseCluster(
        AT,
        ref,
        known(region),
        known("coder"),
        known("coder"),
        known("aurora-postgresql"),
        known(Optional.of(capacity)),
        known(true),
        known(true),
        known(7),
        known(password),
        known(true),
        known(Set.of(GROUP)),
        known(5432),
        known(false));
  }

  private static DatabaseInstance instance(String name, Ref cluster) {
    return new DatabaseInstance(
        AT,
        new Ref(name),
        known(cluster),
        known("db.serverless"),
        unknown("RDS decides"),
        Optional.empty());
  }

  private static Ingress rule(String name, String cidr, PortRange ports) {
    return new Ingress(
        AT,
        new Ref(name),
        known(GROUP),
        known(Protocol.TCP),
        known(ports),
        known(new Peer.Addresses(Cidr.parse(cidr))));
  }

  private static List<Fact> region(Region region, String cidr) {
    Ref vpc = new Ref("vpc-" + region);
    return List.of(
        new Vpc(AT, vpc, known(region), known(List.of(Cidr.parse(cidr)))),
        new NodeInterfaces(
            AT,
            new Ref("nodes-" + region),
            known("cluster-" + region),
            known(vpc),
            known(Set.of()),
            known(Set.of())));
  }

  private static Credential credential(Custody custody) {
    return new Credential(AT, CODER, "password of something", known(custody));
  }
}
