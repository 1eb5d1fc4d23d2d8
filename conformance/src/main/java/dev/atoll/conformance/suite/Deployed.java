package dev.atoll.conformance.suite;

import dev.atoll.aws.Region;
import dev.atoll.conformance.report.Backend;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.HostedZones;
import dev.atoll.itest.eks.EmulatedClusters;
import dev.atoll.itest.kubernetes.read.KubernetesReader;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.ResourceEvent;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.topology.CoderRegion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;

/**
 * A deployment on the emulator: the roots as they were synthesized, applied by Terraform to a world
 * of its own, and what can be read back.
 */
final class Deployed implements AutoCloseable {

  private final Run run;
  private final LocalStack emulator;
  private final AwsClients aws;
  private final EmulatedClusters clusters;
  private final WrittenRoots roots;
  private final WorkingDirectory main;
  private final World world;

  private Deployed(
      Run run,
      LocalStack emulator,
      AwsClients aws,
      EmulatedClusters clusters,
      WrittenRoots roots,
      WorkingDirectory main,
      World world) {
    this.run = run;
    this.emulator = emulator;
    this.aws = aws;
    this.clusters = clusters;
    this.roots = roots;
    this.main = main;
    this.world = world;
  }

  /**
   * Starts the emulator, makes the bucket for the state, and initializes the main root.
   *
   * @throws RuntimeException saying what is missing or did not start
   */
  static Deployed prepare(Run run) {
    Terraform terraform = Terraform.find(SearchPath.ofEnvironment(), run.progress());
    LocalStack emulator = LocalStack.start(run.backend(), run.progress());
    try {
      World world = emulator.newWorld();
      EmulatedClusters clusters =
          EmulatedClusters.start(emulator, world, Clusters.names(run.topology()), run.progress());
      AwsClients aws = AwsClients.of(world);
      try {
        WrittenRoots roots = written(run, terraform, world, clusters);
        return new Deployed(
            run,
            emulator,
            aws,
            clusters,
            roots,
            initialized(run, terraform, emulator, roots, aws),
            world);
      } catch (RuntimeException e) {
        aws.close();
        clusters.close();
        throw e;
      }
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
  }

  private static WrittenRoots written(
      Run run, Terraform terraform, World world, EmulatedClusters clusters) {
    Map<String, String> environment = new HashMap<>(world.environment());
    environment.put("PATH", System.getenv("PATH"));
    return new WrittenRoots(
            run.deployment(Releases.wayOf(terraform)),
            terraform,
            run.folder().resolve("applied"),
            clusters.environment(environment))
        .write();
  }

  private static WorkingDirectory initialized(
      Run run, Terraform terraform, LocalStack emulator, WrittenRoots roots, AwsClients aws) {
    for (WorkingDirectory bootstrap : roots.bootstrap()) {
      bootstrap.init();
      bootstrap.apply();
    }
    // The documents' hosted zone is older than the deployment; nobody's root makes it.
    HostedZones.make(aws.route53(), run.topology().domain());
    run.progress().say("terraform init");
    WorkingDirectory main = roots.main().onEvent(progressOf(run));
    main.init();
    backends(run, terraform, emulator, main);
    return main;
  }

  private static Consumer<ResourceEvent> progressOf(Run run) {
    return event -> {
      if (event.stage() == ResourceEvent.Stage.RUNNING) {
        run.progress()
            .say("%s: %s, %d s".formatted(event.address(), event.action(), event.elapsedSeconds()));
      }
    };
  }

  private static void backends(
      Run run, Terraform terraform, LocalStack emulator, WorkingDirectory main) {
    run.log()
        .backend(
            new Backend(
                "Terraform",
                "plans, applies and destroys what was synthesized",
                terraform.version(),
                Backend.Nature.REAL,
                "the one on the PATH"));
    main.versions()
        .path("provider_selections")
        .properties()
        .forEach(
            provider ->
                run.log()
                    .backend(
                        new Backend(
                            provider.getKey(),
                            "Terraform provider",
                            provider.getValue().asText(),
                            Backend.Nature.REAL,
                            "the version that the synthesized root pins")));
    run.log()
        .backend(
            new Backend(
                "LocalStack",
                "AWS APIs, " + emulator.manner(),
                emulator.version(),
                Backend.Nature.EMULATOR,
                emulator.origin()));
  }

  /** Terraform in the main root. */
  WorkingDirectory terraform() {
    return main;
  }

  /**
   * Writes the roots of the topology as that run has it over those that were applied.
   *
   * @return Terraform in the roots of workspace proxies, which nobody has initialized
   */
  List<WorkingDirectory> rewrite(Run other) {
    WrittenRoots written = roots.rewrite(other.deployment(Releases.wayOf(roots.terraform())));
    return written.proxies().stream().map(root -> root.onEvent(progressOf(run))).toList();
  }

  /** The account on the emulator. */
  AwsClients aws() {
    return aws;
  }

  /** The account on the emulator, for programs that find it by their environment. */
  World world() {
    return world;
  }

  /** The Python that the emulator was installed with, and boto3 beside it. */
  Path python() {
    try {
      return emulator.commands().resolve("aws").toRealPath().resolveSibling("python");
    } catch (IOException e) {
      throw new UncheckedIOException("The emulator has no Python here", e);
    }
  }

  /** Where the main root lies. */
  Path root() {
    return main.folder();
  }

  /**
   * What AWS's APIs say is there: network, clusters, roles, certificates, names, state, databases,
   * caches, secrets.
   */
  Facts read() {
    return account().withState(run.topology().design().state().bucket());
  }

  /** The account on the emulator, to be read in the Regions of the topology. */
  ReadBack account() {
    return new ReadBack(aws, regions());
  }

  /** The clusters, with what plays their controllers. */
  EmulatedClusters clusters() {
    return clusters;
  }

  /** The same as {@link #read}, and what the Kubernetes APIs say is in the clusters. */
  Facts readClusters() {
    List<Fact> facts = new ArrayList<>(read().everything());
    clusters
        .byRegion()
        .forEach(
            (region, cluster) ->
                facts.addAll(
                    KubernetesReader.read(cluster.kubernetes().client(), region, Origin.CLUSTER)));
    return Facts.of(Origin.CLUSTER, facts);
  }

  /**
   * What a person does, on purpose and by hand, before a destroy: production databases refuse to be
   * deleted.
   */
  void liftDeletionProtection() {
    for (Region region : regions()) {
      RdsClient rds = aws.rds(region);
      rds.describeDBClustersPaginator().dbClusters().stream()
          .filter(DBCluster::deletionProtection)
          .forEach(
              cluster ->
                  rds.modifyDBCluster(
                      request ->
                          request
                              .dbClusterIdentifier(cluster.dbClusterIdentifier())
                              .deletionProtection(false)
                              .applyImmediately(true)));
    }
  }

  /** What AWS's APIs say of the network. */
  Facts network() {
    return account().network();
  }

  /** The Regions of the topology. */
  List<Region> regions() {
    return run.topology().regions().stream().map(CoderRegion::region).toList();
  }

  /** The emulator's log stays with the run, for whoever looks into a failure. */
  @Override
  public void close() {
    aws.close();
    try {
      Files.copy(
          emulator.log(),
          run.folder().resolve("localstack.log"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      run.progress().say("The emulator's log could not be kept: " + e.getMessage());
    }
    clusters.close();
    emulator.close();
  }
}
