package dev.atoll.topology.runbook;

import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.StatedQuota;
import dev.atoll.topology.Topology;
import dev.atoll.topology.WorkspaceProxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What remains to be done once Coder's licence has arrived, in order, for one topology.
 *
 * @param topology its name
 * @param steps the steps
 */
public record Runbook(String topology, List<Step> steps) {

  private static final String TOKEN = "-H \"Coder-Session-Token: $CODER_SESSION_TOKEN\"";

  public Runbook {
    steps = List.copyOf(steps);
  }

  /**
   * The runbook of a topology.
   *
   * @param synthesized the addresses of all resources, and of outputs as {@code output.NAME}
   */
  public static Runbook of(Topology topology, Collection<String> synthesized) {
    return of(topology, ProxyPlan.of(topology), synthesized);
  }

  static Runbook of(Topology topology, List<ProxyPlan> proxies, Collection<String> synthesized) {
    return new Writer(topology, proxies, Set.copyOf(synthesized)).runbook();
  }

  /** Writes one runbook; ends with it. */
  private static final class Writer {

    private final Topology topology;
    private final List<ProxyPlan> proxies;
    private final Set<String> synthesized;
    private final String url;

    Writer(Topology topology, List<ProxyPlan> proxies, Set<String> synthesized) {
      this.topology = topology;
      this.proxies = proxies;
      this.synthesized = synthesized;
      this.url = "https://" + topology.domain();
    }

    Runbook runbook() {
      List<Step> steps = new ArrayList<>();
      topology.design().quotas().stream()
          .filter(quota -> quota.of() == Quota.Of.ELASTIC_IPS)
          .findFirst()
          .ifPresent(quota -> steps.add(quota(quota)));
      steps.add(licence());
      if (!proxies.isEmpty()) {
        steps.add(deploy());
        proxies.forEach(proxy -> steps.add(verify(proxy)));
      }
      steps.add(records());
      steps.add(experience());
      return new Runbook(topology.name(), steps);
    }

    private Step quota(StatedQuota quota) {
      List<String> commands = new ArrayList<>();
      List<String> checks = new ArrayList<>();
      List<Target> targets = new ArrayList<>();
      for (CoderRegion region : topology.regions()) {
        String of = "--service-code ec2 --quota-code L-0263D0A3 --region " + region.region();
        commands.add(
            "aws service-quotas request-service-quota-increase %s --desired-value %d"
                .formatted(of, quota.limit()));
        checks.add(
            "aws service-quotas get-service-quota %s | jq -e '.Quota.Value >= %d'"
                .formatted(of, quota.limit()));
        targets.add(target("Elastic IPs", "aws_eip." + region.region().identifier() + "_"));
      }
      return new Step(
          "See that the account may have %d Elastic IPs in each Region".formatted(quota.limit()),
          "The topology states this quota; AWS's default is 5, and an apply stops at the sixth.",
          commands,
          String.join(" && ", checks),
          "The granted quota is what the topology states.",
          targets);
    }

    private Step licence() {
      return new Step(
          "Apply the licence to " + url,
          "Workspace proxies and more than one replica need it; one licence serves every Region,"
              + " since all share one database.",
          List.of(
              "export CODER_URL=%s CODER_SESSION_TOKEN   # an owner's token, from the secret store"
                  .formatted(url),
              "coder licenses add -f licence.jwt"),
          "curl -fsS %s %s/api/v2/entitlements | jq -e '.features.workspace_proxy.entitlement == \"entitled\" and .features.high_availability.entitlement == \"entitled\"'"
              .formatted(TOKEN, url),
          "Coder itself says that both features are entitled.",
          List.of(
              target(
                  "Coder servers",
                  "helm_release.%s_coder".formatted(topology.primary().region().identifier()))));
    }

    private Step deploy() {
      List<String> commands = new ArrayList<>();
      commands.add("make synth    # after the topology says that the licence is there");
      commands.add(
          "printf %%s \"$CODER_SESSION_TOKEN\" | aws secretsmanager put-secret-value --secret-id %s/coder/api-token --region %s --secret-string file:///dev/stdin"
              .formatted(topology.name(), topology.primary().region()));
      List<String> checks = new ArrayList<>();
      List<Target> targets = new ArrayList<>();
      for (ProxyPlan proxy : proxies) {
        String root =
            "cdktf.out/stacks/%s-%s-%s"
                .formatted(topology.name(), WorkspaceProxy.NAMESPACE, proxy.region());
        commands.add("terraform -chdir=%s init".formatted(root));
        commands.add("terraform -chdir=%s apply".formatted(root));
        commands.add(
            "aws eks update-kubeconfig --region %s --name %s --alias %s"
                .formatted(proxy.region(), proxy.cluster(), proxy.cluster()));
        checks.add(
            "kubectl --context %s -n %s wait pod --all --for=condition=Ready --timeout=5m"
                .formatted(proxy.cluster(), WorkspaceProxy.NAMESPACE));
        targets.add(target("network", "aws_vpc." + proxy.region().identifier()));
      }
      targets.add(
          pending("workspace proxies", "coderd_workspace_proxy.", "the licence is not there yet"));
      return new Step(
          "Deploy the workspace proxy in " + regions(),
          "It is made in Coder first, then its namespace and secrets, its pods, and a load"
              + " balancer with ACM's certificate in its Region.",
          commands,
          String.join(" && ", checks),
          "The proxy's pods are ready.",
          targets);
    }

    private Step verify(ProxyPlan proxy) {
      return new Step(
          "Verify that %s is registered".formatted(proxy.displayName()),
          "Pods can be ready while Coder never heard of them: users then see no second region.",
          List.of("curl -fsS %s %s/api/v2/workspaceproxies | jq .".formatted(TOKEN, url)),
          "curl -fsS %s %s/api/v2/workspaceproxies | jq -e '(.regions // .proxies)[] | select(.name == \"%s\") | .healthy'"
              .formatted(TOKEN, url, proxy.name()),
          "Coder lists it under the name %s, and healthy.".formatted(proxy.name()),
          List.of(
              pending(
                  "workspace proxy",
                  "coderd_workspace_proxy." + proxy.region().identifier(),
                  "the licence is not there yet")));
    }

    private Step records() {
      List<String> outputs = new ArrayList<>();
      List<String> commands = new ArrayList<>();
      List<String> checks = new ArrayList<>();
      List<Target> targets = new ArrayList<>();
      for (CoderRegion region : topology.regions()) {
        String output = region.region().identifier() + "_coder_addresses";
        targets.add(target("addresses of Coder", "output." + output));
        if (synthesized.contains("output." + output)) {
          outputs.add("terraform output -json " + output + " | jq -r '.[]'");
        }
      }
      commands.addAll(outputs);
      for (String name : List.of(topology.domain(), "any." + topology.domain())) {
        commands.add("dig +short %s A".formatted(name));
        checks.add(answered(name, outputs));
      }
      for (ProxyPlan proxy : proxies) {
        checks.add(answered(proxy.host(), List.of()));
        checks.add(answered(proxy.wildcard().replace("*", "any"), List.of()));
      }
      targets.addAll(recordTargets());
      return new Step(
          "See that Route 53 answers every name",
          "Latency records for %s and *.%s, and a record for each proxy's own names; a CNAME on the"
                  .formatted(topology.domain(), topology.domain())
              + " wildcard cannot stand beside them. A change takes as long as its TTL to be seen.",
          commands,
          String.join(" && ", checks),
          "Each name has an address, and Coder's are among those that Terraform prints.",
          targets);
    }

    /** The records of served names, those of certificates aside: one target per record. */
    private List<Target> recordTargets() {
      return topology.facts().all(DnsRecord.class).stream()
          .filter(record -> record.type().is("A"::equals).isYes())
          .map(
              record ->
                  Target.exactly(
                      "record of " + record.name().show(),
                      record.ref().key(),
                      synthesized,
                      "the record is not synthesized yet"))
          .distinct()
          .toList();
    }

    /** That a name has an address; one of those that Terraform prints, where it prints them. */
    private static String answered(String name, List<String> outputs) {
      return outputs.isEmpty()
          ? "test -n \"$(dig +short %s A)\"".formatted(name)
          : "dig +short %s A | grep -qxFf <(%s)".formatted(name, String.join("; ", outputs));
    }

    private Step experience() {
      List<String> commands = new ArrayList<>();
      commands.add("open " + url);
      proxies.forEach(
          proxy ->
              commands.add(
                  "# in the menu: refresh latency, choose %s, open a terminal of a workspace"
                      .formatted(proxy.displayName())));
      List<String> checks = new ArrayList<>();
      checks.add("curl -fsS %s/healthz".formatted(url));
      checks.add(emptyAnswer(topology.domain()));
      for (ProxyPlan proxy : proxies) {
        checks.add(emptyAnswer(proxy.host()));
        checks.add(
            "curl -fsS %s %s/api/v2/regions | jq -e '.regions[] | select(.name == \"%s\") | .healthy'"
                .formatted(TOKEN, url, proxy.name()));
      }
      return new Step(
          "Walk the user's path",
          "The nearest region answers, the menu shows every region with its latency, and traffic"
              + " moves to the one that is chosen.",
          commands,
          String.join(" && ", checks),
          "Coder answers, the latency checks answer with an empty body, and the menu's own list has"
              + " every proxy.",
          topology.regions().stream()
              .map(region -> target("network", "aws_vpc." + region.region().identifier()))
              .toList());
    }

    /**
     * With the DERP server off that path answers 200 too, with the dashboard's HTML. The answer is
     * kept first, since no answer at all is empty too.
     */
    private static String emptyAnswer(String host) {
      return "body=$(curl -fsS https://%s/derp/latency-check) && test -z \"$body\"".formatted(host);
    }

    private String regions() {
      return String.join(", ", proxies.stream().map(proxy -> proxy.region().name()).toList());
    }

    private Target target(String what, String start) {
      return pending(what, start, "it is not synthesized yet");
    }

    private Target pending(String what, String start, String otherwise) {
      return Target.find(what, start, synthesized, otherwise);
    }
  }
}
