package dev.atoll.itest.loadbalancer;

import dev.atoll.itest.loadbalancer.Surroundings.Subnet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the subnets that a load balancer stands in: those that the Service names, by id or by
 * their tag Name, else one a zone by the tags of their role.
 *
 * @see <a
 *     href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/">Subnet
 *     auto-discovery</a>
 */
record Subnets(Surroundings surroundings) {

  private static final String CLUSTER = "kubernetes.io/cluster/";

  List<Subnet> of(Annotations annotations, String scheme) throws Refusal {
    List<String> named = annotations.list("subnets");
    return named.isEmpty() ? discovered(scheme) : named(named);
  }

  private List<Subnet> named(List<String> names) throws Refusal {
    List<Subnet> found = new ArrayList<>();
    Map<String, String> byZone = new TreeMap<>();
    for (String name : names) {
      Subnet subnet =
          surroundings.subnets().stream()
              .filter(each -> each.id().equals(name) || name.equals(each.tags().get("Name")))
              .findFirst()
              .orElseThrow(
                  () ->
                      new Refusal(
                          "couldn't find all subnets, nameOrIDs: %s, found: %s"
                              .formatted(names, found.stream().map(Subnet::id).toList())));
      String other = byZone.put(subnet.zone(), subnet.id());
      if (other != null) {
        throw new Refusal(
            "multiple subnets in same Availability Zone %s: [%s %s]"
                .formatted(subnet.zone(), other, subnet.id()));
      }
      found.add(subnet);
    }
    return found;
  }

  private List<Subnet> discovered(String scheme) throws Refusal {
    String role =
        scheme.equals(NetworkLoadBalancer.INTERNET_FACING)
            ? "kubernetes.io/role/elb"
            : "kubernetes.io/role/internal-elb";
    Map<String, Subnet> byZone = new TreeMap<>();
    surroundings.subnets().stream()
        .filter(subnet -> List.of("", "1").contains(subnet.tags().getOrDefault(role, "no")))
        .filter(this::isNotAnothers)
        .sorted(Comparator.comparing((Subnet each) -> !isOurs(each)).thenComparing(Subnet::id))
        .forEach(subnet -> byZone.putIfAbsent(subnet.zone(), subnet));
    if (byZone.isEmpty()) {
      throw new Refusal(
          "unable to resolve at least one subnet (0 match VPC and tags: [%s])".formatted(role));
    }
    return byZone.values().stream().sorted(Comparator.comparing(Subnet::id)).toList();
  }

  private boolean isNotAnothers(Subnet subnet) {
    return isOurs(subnet)
        || subnet.tags().keySet().stream().noneMatch(key -> key.startsWith(CLUSTER));
  }

  private boolean isOurs(Subnet subnet) {
    return subnet.tags().containsKey(CLUSTER + surroundings.cluster());
  }
}
