package dev.atoll.topology;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginBuilderTest {

  @Test
  void bothWaysAreKeptAsDescribed() {
    LoginDesign login =
        topology(
                way ->
                    way.openIdConnect("https://login.example.com", "example.com", "example.org")
                        .gitHub("coder"))
            .design()
            .coder()
            .login()
            .orElseThrow();

    assertThat(login.openIdConnect())
        .contains(
            new LoginDesign.OpenIdConnect(
                "https://login.example.com", List.of("example.com", "example.org")));
    assertThat(login.gitHub()).contains(new LoginDesign.GitHub(List.of("coder")));
  }

  @Test
  void nobodyHasToAskForOne() {
    Topology without =
        Topology.named("demo")
            .domain("example.com")
            .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
            .build();

    assertThat(without.design().coder().login()).isEmpty();
  }

  @Test
  void anyDomainIsLetInWhenNoneIsNamed() {
    LoginDesign login =
        topology(way -> way.openIdConnect("https://login.example.com"))
            .design()
            .coder()
            .login()
            .orElseThrow();

    assertThat(login.openIdConnect().orElseThrow().emailDomains()).isEmpty();
    assertThat(login.gitHub()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://login.example.com", "login.example.com", "https:", "https://a b"})
  void anIssuerIsAnHttpsUrl(String issuer) {
    assertThatThrownBy(() -> topology(way -> way.openIdConnect(issuer)))
        .isInstanceOf(InvalidTopology.class)
        .hasMessageContaining("TOP-2")
        .hasMessageContaining("no https URL");
  }

  @Test
  void gitHubWithoutOrganizationWouldLetEverybodyIn() {
    assertThatThrownBy(() -> topology(way -> way.gitHub()))
        .isInstanceOf(InvalidTopology.class)
        .hasMessageContaining("TOP-2")
        .hasMessageContaining("everybody could sign in");
  }

  private static Topology topology(Consumer<LoginBuilder> login) {
    return Topology.named("demo")
        .domain("example.com")
        .coder(coder -> coder.login(login))
        .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
        .build();
  }
}
