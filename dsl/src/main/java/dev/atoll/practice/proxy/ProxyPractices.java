package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import dev.atoll.practice.Subject;
import java.util.List;

/** The rows about workspace proxies: configuration, licence, registration and diagnosis. */
public final class ProxyPractices {

  static final Citation WORKSPACE_PROXIES =
      page("Coder, Workspace Proxies", "https://coder.com/docs/admin/networking/workspace-proxies");
  static final Citation PROXY_RESOURCE =
      page(
          "Terraform provider coderd, coderd_workspace_proxy",
          "https://registry.terraform.io/providers/coder/coderd/latest/docs/resources/workspace_proxy");

  private ProxyPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new DescribedProxy(),
        new ReadyNotDeployed(),
        new LicenceRefusals(),
        new RegisteredProxies(),
        new OrderOfAProxy(),
        new TokensFromSecrets(),
        new OneOwnerPerName(),
        new Promise(troubleshooting()));
  }

  static About troubleshooting() {
    return About.promise(
            "PRX-8",
            "diagnose walks both troubleshooting lists and names the first step that fails")
        .subject(Subject.CODER)
        .from(progress("Troubleshooting"))
        .because(
            "At night nobody checks licence, token, network, pod logs, health, permission and"
                + " version in the right order. A later symptom then gets fixed and the cause"
                + " stays.")
        .fix(
            "Run diagnose: it tries each step, names the first that fails and all others, and says"
                + " what to do about each.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
