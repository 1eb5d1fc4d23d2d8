package dev.atoll.itest.twin.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of what the balancer does: each behaviour has a test of its name. */
class BalancerTableTest {

  private static final List<Class<?>> ROOMS =
      List.of(
          TlsListenerTest.class,
          TargetHealthTest.class,
          ClientAddressTest.class,
          ZonesTest.class,
          IdleLimitTest.class);

  @Test
  void everyLineOfTheTableHasATestAndASource() throws Exception {
    Pattern row = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\| (https://[^ ]+) \\|$");
    String table;
    try (InputStream in =
        NetworkLoadBalancer.class.getResourceAsStream("network-load-balancer.md")) {
      table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> tests =
        ROOMS.stream()
            .flatMap(room -> Arrays.stream(room.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .toList();
    assertThat(row.matcher(table).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(tests);
    assertThat(table.lines().filter(line -> line.startsWith("| `"))).hasSameSizeAs(tests);
  }
}
