package dev.atoll.stacks.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Root;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProxyRootsTest {

  private static final Pattern RESOURCE =
      Pattern.compile("\\b(aws_\\w+|coderd_\\w+|helm_release|terraform_data)\\.us_\\w+");

  /** Coder's provider, with which Terraform would say so, cannot be had everywhere. */
  @ParameterizedTest
  @EnumSource
  void everythingThatAProxyRefersToIsInItsRoot(ReleaseWay way) {
    List<Root> roots =
        Deployment.withLocalState(new CoderDemo().topology(), Layout.SINGLE, way).proxyRoots(true);

    assertThat(roots).hasSize(1);
    for (Root root : roots) {
      Set<String> there =
          root.resources().stream()
              .map(each -> each.address().replaceFirst("^(data|ephemeral)\\.", ""))
              .collect(Collectors.toSet());
      assertThat(mentioned(root)).isNotEmpty().isSubsetOf(there);
    }
  }

  private static Set<String> mentioned(Root root) {
    return Stream.of(RESOURCE.matcher(root.blocks().content().toString()))
        .flatMap(matcher -> matcher.results().map(MatchResult::group))
        .collect(Collectors.toSet());
  }
}
