package dev.atoll.practice.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * AUR-10's figure, tried: passwords as random_password draws them, raw in a URL, read as Go's
 * net/url and as libpq read it. That both are read here as they read it, vectors of the real ones
 * say.
 */
class PasswordsInUrlsTest {

  /** What {@code random_password} draws from, special characters among them. */
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%&*()-_=+[]{}<>:?";

  private static final String BEFORE = "postgres://coder:";
  private static final String BEHIND = "@db.example.com:5432/coder?sslmode=require";
  private static final int LENGTH = 32;
  private static final int TRIES = 200_000;

  static List<String[]> vectors() throws IOException {
    try (InputStream file =
        PasswordsInUrlsTest.class.getResourceAsStream("passwords-in-urls.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split(" +", 3))
          .toList();
    }
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("vectors")
  void bothAreReadAsTheRealOnesDo(String go, String libpq, String password) {
    assertThat(keepsInGo(password)).isEqualTo(go.equals("keeps"));
    assertThat(keepsInLibpq(password)).isEqualTo(libpq.equals("keeps"));
  }

  @Test
  void theseCharactersBreakAUrl() {
    assertThat(breaking(PasswordsInUrlsTest::keepsInGo)).isEqualTo("#%[]{}<>?");
    assertThat(breaking(PasswordsInUrlsTest::keepsInLibpq)).isEqualTo("@%");
    assertThat(steps())
        .anySatisfy(step -> assertThat(step).contains("refuses # ? [ ] { } < >", "%"))
        .anySatisfy(step -> assertThat(step).contains("libpq", "@"));
  }

  @Test
  void theShareIsTheOneThatIsCalculated() {
    int safe = ALPHABET.length() - breaking(PasswordsInUrlsTest::keepsInGo).length();
    double calculated = 1 - Math.pow((double) safe / ALPHABET.length(), LENGTH);

    assertThat(share(PasswordsInUrlsTest::keepsInGo, ALPHABET))
        .isCloseTo(calculated, within(0.002));
    assertThat(steps())
        .anySatisfy(
            step ->
                assertThat(step)
                    .contains(
                        (int) (calculated * 100) + " of 100",
                        "1 - (%d/%d)^%d".formatted(safe, ALPHABET.length(), LENGTH)));
    // Letters and digits alone break nothing.
    assertThat(share(PasswordsInUrlsTest::keepsInGo, ALPHABET.substring(0, 62))).isZero();
  }

  /** The reasoning that a finding tells. */
  private static List<String> steps() {
    DatabaseConnection raw =
        new DatabaseConnection(
            new Source(Origin.PLAN, "here"),
            new Ref("url"),
            Value.unknown("another matter"),
            Value.known(DatabaseConnection.Endpoint.WRITER),
            Value.known("coder"),
            Value.known(DatabaseConnection.Password.RAW),
            Value.known(DatabaseConnection.Tls.VERIFIED),
            Value.unknown("another matter"));
    return new ConnectionUrl().judge(Facts.of(Origin.PLAN, List.of(raw))).findings().get(0).path();
  }

  private static String breaking(Predicate<String> keeps) {
    return ALPHABET
        .chars()
        .mapToObj(Character::toString)
        .filter(one -> !keeps.test("Ab" + one + "Cd1"))
        .collect(Collectors.joining());
  }

  private static double share(Predicate<String> keeps, String alphabet) {
    Random chance = new Random(20260101);
    long broken =
        Stream.generate(
                () ->
                    chance
                        .ints(LENGTH, 0, alphabet.length())
                        .mapToObj(at -> alphabet.substring(at, at + 1))
                        .collect(Collectors.joining()))
            .limit(TRIES)
            .filter(keeps.negate())
            .count();
    return (double) broken / TRIES;
  }

  /**
   * As {@code url.Parse} does: the fragment is cut off, then the query, the last @ ends the user,
   * and only some characters may stand before it.
   *
   * @see <a href="https://go.dev/src/net/url/url.go">net/url</a>
   */
  private static boolean keepsInGo(String password) {
    String url = BEFORE + password + BEHIND;
    String withoutFragment = url.split("#", 2)[0];
    String rest = withoutFragment.split("\\?", 2)[0].substring("postgres://".length());
    int path = rest.indexOf('/');
    String authority = path < 0 ? rest : rest.substring(0, path);
    int at = authority.lastIndexOf('@');
    if (at < 0 || !authority.substring(0, at).matches("[A-Za-z0-9-._:~!$&'()*+,;=%@]*")) {
      return false;
    }
    String user = authority.substring(0, at);
    return user.substring(user.indexOf(':') + 1).equals(password)
        && decoded(password).filter(password::equals).isPresent()
        && authority.substring(at + 1).equals("db.example.com:5432");
  }

  /**
   * As {@code conninfo_uri_parse} does: the first @ ends the password, and nothing but a percent
   * sign means anything in it.
   *
   * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html">Connection URIs</a>
   */
  private static boolean keepsInLibpq(String password) {
    String rest = (password + BEHIND).substring((password + BEHIND).indexOf('@'));
    return rest.equals(BEHIND) && decoded(password).filter(password::equals).isPresent();
  }

  /** Without percent escapes; empty where one is none. */
  private static Optional<String> decoded(String text) {
    return text.matches("(?:[^%]|%[0-9A-Fa-f]{2})*")
        ? Optional.of(
            text.contains("%")
                ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                : text)
        : Optional.empty();
  }
}
