package dev.atoll.analysis.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.facts.iam.TrustPolicy.Condition;
import dev.atoll.facts.iam.TrustPolicy.Principal;
import dev.atoll.facts.iam.TrustPolicy.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus in plain text. */
class TrustCorpusTest {

  private static final Path CORPUS =
      Path.of("src/test/resources/dev/atoll/analysis/trust/cases.txt");

  private static final Map<String, Principal> PRINCIPALS =
      Map.of(
          "ohio", federated("arn:aws:iam::111122223333:oidc-provider/ohio"),
          "oregon", federated("arn:aws:iam::111122223333:oidc-provider/oregon"),
          "github", federated("arn:aws:iam::111122223333:oidc-provider/github"),
          "saml", federated("arn:aws:iam::111122223333:saml-provider/staff"),
          "federated-any", federated("*"),
          "any", new Principal("*", "*"),
          "pods", new Principal("Service", "pods.eks.amazonaws.com"));

  @TestFactory
  Stream<DynamicTest> everyCaseAdmitsExactlyWhatIsWritten() throws IOException {
    return cases().map(lines -> DynamicTest.dynamicTest(lines.get(0), () -> check(lines)));
  }

  @Test
  void theCorpusIsAsLargeAsPromised() throws IOException {
    List<List<String>> cases = cases().toList();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(45);
    assertThat(cases).extracting(lines -> lines.get(0)).doesNotHaveDuplicates();
  }

  private static Stream<List<String>> cases() throws IOException {
    String[] parts = ("\n" + Files.readString(CORPUS)).split("\ncase ", -1);
    return Arrays.stream(parts).skip(1).map(part -> part.lines().toList());
  }

  private static void check(List<String> lines) {
    List<String> expected =
        lines.stream()
            .filter(line -> line.startsWith("admits "))
            .filter(line -> !line.equals("admits nobody"))
            .toList();
    assertThat(lines).anyMatch(line -> line.startsWith("admits "));
    assertThat(
            WebIdentities.admitted(policy(lines), WebIdentities::issuerInArn).stream()
                .map(TrustCorpusTest::line))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String line(Admission admission) {
    return "admits %s %s for %s"
        .formatted(
            WebIdentities.issuerInArn(admission.provider()), admission, admission.audience());
  }

  private static TrustPolicy policy(List<String> lines) {
    List<Statement> statements = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("allow ") || line.startsWith("deny ")) {
        statements.add(statement(line));
      } else if (line.startsWith("  ")) {
        Statement last = statements.remove(statements.size() - 1);
        List<Condition> conditions = new ArrayList<>(last.conditions());
        List<String> words = List.of(line.strip().split(" ", -1));
        conditions.add(new Condition(words.get(0), words.get(1), words.subList(2, words.size())));
        statements.add(
            new Statement(
                last.allows(),
                last.principals(),
                last.exceptPrincipals(),
                last.actions(),
                last.exceptActions(),
                conditions));
      }
    }
    return new TrustPolicy(statements);
  }

  private static Statement statement(String line) {
    String[] halves = line.split(" do ", 2);
    List<String> who = new ArrayList<>(List.of(halves[0].split(" ", -1)));
    boolean allows = who.remove(0).equals("allow");
    boolean except = who.remove("not");
    String what = halves.length == 2 ? halves[1] : "sts:AssumeRoleWithWebIdentity";
    boolean exceptActions = what.startsWith("not ");
    return new Statement(
        allows,
        who.stream().map(PRINCIPALS::get).toList(),
        except,
        List.of((exceptActions ? what.substring(4) : what).split(" ", -1)),
        exceptActions,
        List.of());
  }

  private static Principal federated(String arn) {
    return new Principal("Federated", arn);
  }
}
