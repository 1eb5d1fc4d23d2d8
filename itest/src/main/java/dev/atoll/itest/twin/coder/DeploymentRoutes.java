package dev.atoll.itest.twin.coder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.itest.twin.coder.Accounts.User;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the deployment as a whole. */
record DeploymentRoutes(Deployment deployment) {

  void addTo(Routes routes) {
    routes
        .on("GET /api/v2/buildinfo", question -> buildInfo())
        .on(
            "GET /api/v2/users/me",
            deployment.signed((question, user) -> Answer.json(200, user.json())))
        .on("GET /api/v2/entitlements", question -> entitlements())
        .on("GET /api/v2/licenses", deployment.signed((question, user) -> licences()))
        .on("POST /api/v2/licenses", deployment.signed(this::addLicence))
        .on("DELETE /api/v2/licenses/{id}", deployment.signed(this::deleteLicence))
        .on("GET /api/v2/replicas", deployment.signed((question, user) -> replicas()))
        .on("GET /api/v2/audit", deployment.signed((question, user) -> audit()));
  }

  /** Of a server whose database is away it is not known here; the real one keeps it. */
  private String id() {
    try {
      return deployment.proxies().deployment().toString();
    } catch (SQLException away) {
      return "";
    }
  }

  private Answer buildInfo() {
    String version = deployment.version();
    return Answer.json(
        200,
        Map.of(
            "external_url",
            "https://github.com/coder/coder/releases/tag/" + version,
            "version",
            version,
            "dashboard_url",
            deployment.configuration().accessUrl().toString(),
            "workspace_proxy",
            false,
            "deployment_id",
            id()));
  }

  private Answer entitlements() throws SQLException {
    return Answer.json(
        200,
        deployment
            .entitlements()
            .json(deployment.features(), deployment.hostname(), deployment.clock().now()));
  }

  private Answer licences() throws SQLException {
    return Answer.json(200, deployment.licences().all());
  }

  private Answer addLicence(Question question, User user) throws SQLException {
    Optional<JsonNode> claims =
        Licences.claims(Messages.read(question.body()).path("license").asText());
    if (claims.isEmpty()) {
      return Messages.message(400, "Invalid license");
    }
    Map<String, Object> added = deployment.licences().add(claims.get(), deployment.clock().now());
    deployment.note(question, "license", "create", 201, user.id());
    return Answer.json(201, added);
  }

  private Answer deleteLicence(Question question, User user) throws SQLException {
    List<String> path = question.segments();
    String id = path.get(path.size() - 1);
    if (!id.matches("\\d{1,9}")) {
      return Messages.message(404, "License ID must be an integer");
    }
    if (!deployment.licences().delete(Integer.parseInt(id))) {
      return Messages.message(404, "Unknown license ID");
    }
    deployment.note(question, "license", "delete", 200, user.id());
    return Answer.empty(200);
  }

  private Answer replicas() throws SQLException {
    return Answer.json(
        200,
        deployment.replicas().seenBy(deployment.hostname(), deployment.clock().now()).stream()
            .map(Replicas.Replica::json)
            .toList());
  }

  private Answer audit() throws SQLException {
    List<Map<String, Object>> entries = deployment.audit().newest();
    return Answer.json(200, Map.of("audit_logs", entries, "count", entries.size()));
  }
}
