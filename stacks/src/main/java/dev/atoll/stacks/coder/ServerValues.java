package dev.atoll.stacks.coder;

import static dev.atoll.stacks.coder.CoderChart.variable;
import static dev.atoll.stacks.coder.CoderChart.variableFrom;

import dev.atoll.stacks.aws.AwsIamRole;
import dev.atoll.stacks.coder.Entrance.Carried;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.topology.CoderDesign;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.ControllerAccount;
import dev.atoll.topology.LoginDesign;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Coder servers of a Region pass to the chart: the same in every Region but for the role
 * and the number of replicas.
 *
 * @param topology the topology
 * @param region the Region
 * @param role the role with which they sign in to the database
 */
record ServerValues(Topology topology, CoderRegion region, AwsIamRole role) {

  static final String DATABASE = "coder-database";
  private static final String LOGIN = "coder-login";

  /**
   * The keys of the connection secret. Each is a variable by name and none comes through envFrom:
   * EKS's webhook sets AWS_REGION to the cluster's Region where no variable of that name is listed,
   * and tokens must be signed for the database's.
   */
  private static final List<String> CONNECTION =
      List.of("CODER_PG_AUTH", "CODER_PG_CONNECTION_URL", "AWS_REGION");

  private static final String CERTIFICATES = "rds-certificates";
  private static final String CERTIFICATE_FOLDER = "/etc/ssl/rds";
  private static final String BUNDLE =
      "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem";

  Block block() {
    CoderDesign coder = topology.design().coder();
    Block values =
        CoderChart.values(
                CoderLayer.NAMESPACE, coder.version(), region.replicas(), environment(coder))
            .with("serviceAccount", account())
            .with("initContainers", List.of(fetchCertificates(coder)))
            .with(
                "volumes", List.of(Block.of("name", CERTIFICATES).with("emptyDir", Block.empty())))
            .with("volumeMounts", List.of(certificates().with("readOnly", true)));
    return Block.of("coder", values);
  }

  private List<Block> environment(CoderDesign coder) {
    List<Block> environment = new ArrayList<>();
    environment.add(variable("CODER_ACCESS_URL", "https://" + topology.domain()));
    environment.add(variable("CODER_WILDCARD_ACCESS_URL", "*." + topology.domain()));
    environment.add(variable("CODER_DERP_SERVER_ENABLE", "true"));
    CONNECTION.forEach(name -> environment.add(variableFrom(DATABASE, name)));
    coder.login().ifPresent(login -> environment.addAll(signIn(login)));
    return environment;
  }

  private static List<Block> signIn(LoginDesign login) {
    List<Block> environment = new ArrayList<>();
    login
        .openIdConnect()
        .ifPresent(
            provider -> {
              environment.add(variable("CODER_OIDC_ISSUER_URL", provider.issuer()));
              if (!provider.emailDomains().isEmpty()) {
                String domains = String.join(",", provider.emailDomains());
                environment.add(variable("CODER_OIDC_EMAIL_DOMAIN", domains));
              }
            });
    login
        .gitHub()
        .ifPresent(
            gitHub -> {
              String members = String.join(",", gitHub.organizations());
              environment.add(variable("CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS", "true"));
              environment.add(variable("CODER_OAUTH2_GITHUB_ALLOWED_ORGS", members));
            });
    clients(login).forEach(name -> environment.add(variableFrom(LOGIN, name)));
    return environment;
  }

  /** What whoever registers the clients has to put into the secret. */
  static List<String> clients(LoginDesign login) {
    List<String> keys = new ArrayList<>();
    if (login.openIdConnect().isPresent()) {
      keys.addAll(List.of("CODER_OIDC_CLIENT_ID", "CODER_OIDC_CLIENT_SECRET"));
    }
    if (login.gitHub().isPresent()) {
      keys.addAll(List.of("CODER_OAUTH2_GITHUB_CLIENT_ID", "CODER_OAUTH2_GITHUB_CLIENT_SECRET"));
    }
    return keys;
  }

  List<Carried> carried(String connection, String login) {
    List<Carried> carried = new ArrayList<>();
    carried.add(new Carried(DATABASE, connection, CONNECTION));
    topology
        .design()
        .coder()
        .login()
        .ifPresent(design -> carried.add(new Carried(LOGIN, login, clients(design))));
    return carried;
  }

  private Block account() {
    return Block.of("name", ControllerAccount.CODER.account())
        .with("annotations", Block.of("eks.amazonaws.com/role-arn", role.arn()));
  }

  /** The certificates by which the database's is verified; the image has those of the web alone. */
  private static Block fetchCertificates(CoderDesign coder) {
    return Block.of("name", CERTIFICATES)
        .with("image", "%s:v%s".formatted(CoderDesign.IMAGE, coder.version()))
        .with(
            "command",
            List.of(
                "curl",
                "--fail",
                "--silent",
                "--show-error",
                "--retry",
                "5",
                "--output",
                CERTIFICATE_FOLDER + "/global-bundle.pem",
                BUNDLE))
        .with(
            "securityContext",
            Block.of("runAsNonRoot", true)
                .with("runAsUser", 1000)
                .with("allowPrivilegeEscalation", false))
        .with("volumeMounts", List.of(certificates()));
  }

  private static Block certificates() {
    return Block.of("name", CERTIFICATES).with("mountPath", CERTIFICATE_FOLDER);
  }
}
