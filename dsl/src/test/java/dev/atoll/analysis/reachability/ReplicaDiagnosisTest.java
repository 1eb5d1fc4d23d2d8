package dev.atoll.analysis.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaDiagnosisTest {

  private static final Facts BASE = TwoRegions.world().facts();

  private static ReplicaDiagnosis from(String vpc, Facts facts) {
    return ReplicaDiagnosis.of(facts, Set.of(8080)).stream()
        .filter(diagnosis -> diagnosis.from().vpc().key().equals(vpc))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsMissingInTheBaseWorld() {
    assertThat(ReplicaDiagnosis.of(BASE, Set.of(8080))).hasSize(2);
    assertThat(ReplicaDiagnosis.of(BASE, Set.of(8080)))
        .allSatisfy(
            diagnosis -> {
              assertThat(diagnosis.talks()).isEqualTo(Truth.YES);
              assertThat(diagnosis.missing()).isEmpty();
              assertThat(diagnosis.path()).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource
  void namesTheOneMissingPieceAndNothingElse(Break one) {
    assertThat(from("ohio", one.of(BASE)).missing()).containsExactly(one.piece());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void namesExactlyTheMissingPiecesOfEveryCombination(int size) {
    List<List<Break>> combinations = Break.combinations(size);
    assertThat(combinations).hasSize(size == 2 ? 66 : 220);
    for (List<Break> breaks : combinations) {
      Facts facts = BASE;
      for (Break one : breaks) {
        facts = one.of(facts);
      }
      Set<Piece> expected = EnumSet.noneOf(Piece.class);
      breaks.stream()
          .filter(one -> one.maskedBy().filter(breaks::contains).isEmpty())
          .forEach(one -> expected.add(one.piece()));
      assertThat(from("ohio", facts).missing()).as(breaks.toString()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PEERING,          PEERING,          PEERING",
    "ACCEPTANCE,       ACCEPTANCE,       ACCEPTANCE",
    "ROUTE_THERE,      ROUTE_THERE,      ROUTE_BACK",
    "ROUTE_BACK,       ROUTE_BACK,       ROUTE_THERE",
    "RULE_THERE,       RULE_THERE,       ",
    "RULE_BACK,        ,                 RULE_THERE",
    "WRONG_PORT_THERE, WRONG_PORT_THERE, ",
    "WRONG_PORT_BACK,  ,                 WRONG_PORT_THERE",
    "EGRESS_THERE,     EGRESS_THERE,     ",
    "EGRESS_BACK,      ,                 EGRESS_THERE",
    "ACL_THERE,        ACL_THERE,        ACL_BACK",
    "ACL_BACK,         ACL_BACK,         ACL_THERE",
  })
  void saysWhichPieceBreaksWhichDirection(Break one, Piece ohioDials, Piece oregonDials) {
    Facts facts = one.of(BASE);
    assertThat(from("ohio", facts).missingToDial()).isEqualTo(setOf(ohioDials));
    assertThat(from("ohio", facts).dials().isYes()).isEqualTo(ohioDials == null);
    assertThat(from("oregon", facts).missingToDial()).isEqualTo(setOf(oregonDials));
    assertThat(from("oregon", facts).dials().isYes()).isEqualTo(oregonDials == null);
    assertThat(from("ohio", facts).talks().isNo()).isTrue();
  }

  private static Set<Piece> setOf(Piece piece) {
    return piece == null ? Set.of() : Set.of(piece);
  }

  @Test
  void saysWhyReplicasSeeEachOtherAndTimeOut() {
    ReplicaDiagnosis diagnosis = from("ohio", Break.ROUTE_BACK.of(BASE));
    assertThat(diagnosis.sentence())
        .isEqualTo(
            "replicas in us-east-2 see those in us-west-2, because they meet in the database, and"
                + " time out when they dial them; missing: ROUTE_BACK (in oregon-rt-private-c"
                + " (serving oregon-private-c), packets for 10.0.0.0/18, 10.0.64.0/19 follow the"
                + " route to 0.0.0.0/0 into oregon-nat-c, which does not lead there)");
    assertThat(diagnosis.path())
        .hasSize(12)
        .first()
        .isEqualTo("ohio-nodes dials oregon-nodes on TCP 8080");
    assertThat(diagnosis.path()).filteredOn(line -> line.contains("BLOCKED")).hasSize(1);
  }

  @Test
  void knowsOverlappingAddresses() {
    Facts facts = TwoRegions.with("without vpc oregon\nvpc oregon us-west-2 10.0.0.0/15").facts();
    assertThat(from("ohio", facts).missing()).containsExactly(Piece.OVERLAP);
  }

  @Test
  void regionsWithoutCoderAreNoSites() {
    assertThat(ReplicaDiagnosis.of(TwoRegions.with("coder 2.27.1 us-east-2").facts(), Set.of(8080)))
        .isEmpty();
    assertThat(ReplicaDiagnosis.of(TwoRegions.with("coder 2.27.1 ?").facts(), Set.of(8080)))
        .hasSize(2);
  }

  @Test
  void isFastForThirtyThreeRegionsInAFullMesh() {
    Facts facts = World.of(mesh(33)).facts();
    long start = System.nanoTime();
    List<ReplicaDiagnosis> all = ReplicaDiagnosis.of(facts, Set.of(8080));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(all).hasSize(33 * 32).allMatch(diagnosis -> diagnosis.talks().isYes());
    assertThat(took).isLessThan(Duration.ofSeconds(10));
  }

  private static String mesh(int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append("vpc v%d region-%d 10.%d.0.0/16\n".formatted(i, i, i));
      for (int z = 0; z < 3; z++) {
        text.append("subnet s%d-%d in v%d 10.%d.%d.0/19\n".formatted(i, z, i, i, z * 32));
        text.append("table t%d-%d of v%d serves s%d-%d\n".formatted(i, z, i, i, z));
      }
      text.append("let g%d out all all to 0.0.0.0/0\n".formatted(i));
      text.append("nodes n%d in s%d-0 s%d-1 s%d-2 of v%d with g%d\n".formatted(i, i, i, i, i, i));
      for (int j = 0; j < size; j++) {
        if (j != i) {
          int a = Math.min(i, j);
          int b = Math.max(i, j);
          for (int z = 0; z < 3; z++) {
            text.append("route t%d-%d 10.%d.0.0/16 -> peering p%d-%d\n".formatted(i, z, j, a, b));
          }
          text.append("allow g%d tcp 8080 from 10.%d.0.0/16\n".formatted(i, j));
          if (i < j) {
            text.append("peering p%d-%d v%d->v%d active\n".formatted(i, j, i, j));
          }
        }
      }
    }
    return text.toString();
  }
}
