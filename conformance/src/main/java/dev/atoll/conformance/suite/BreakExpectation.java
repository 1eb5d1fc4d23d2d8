package dev.atoll.conformance.suite;

import dev.atoll.analysis.reachability.Piece;
import dev.atoll.itest.breaks.Break;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a break must lead to: the table that says which piece, taken away, is named and which
 * practices fail.
 *
 * @param pieces what the diagnosis must name, seen from the requester
 * @param practices the network practices that must fail, no more and no fewer
 */
record BreakExpectation(Set<Piece> pieces, Set<String> practices) {

  private static final Map<Break.Kind, BreakExpectation> TABLE =
      Map.of(
          Break.Kind.PEERING_DELETED, expect(Piece.PEERING, "NET-2", "NET-5"),
          Break.Kind.NEVER_ACCEPTED, expect(Piece.ACCEPTANCE, "NET-2", "NET-5"),
          Break.Kind.ROUTE_THERE, expect(Piece.ROUTE_THERE, "NET-3", "NET-5"),
          Break.Kind.ROUTE_BACK, expect(Piece.ROUTE_BACK, "NET-3", "NET-5"),
          Break.Kind.RULE_THERE, expect(Piece.RULE_THERE, "NET-4", "NET-5", "NET-6c"),
          Break.Kind.RULE_BACK, expect(Piece.RULE_BACK, "NET-4", "NET-5", "NET-6c"),
          Break.Kind.WRONG_PORT_THERE, expect(Piece.WRONG_PORT_THERE, "NET-4", "NET-5", "NET-6c"));

  static BreakExpectation of(Break.Kind kind) {
    return TABLE.get(kind);
  }

  private static BreakExpectation expect(Piece piece, String... practices) {
    return new BreakExpectation(Set.of(piece), new TreeSet<>(Arrays.asList(practices)));
  }
}
