package dev.atoll.conformance.synthesized;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.aws.Region;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.DnsReader;
import dev.atoll.itest.aws.HostedZones;
import dev.atoll.itest.aws.LoadBalancerReader;
import dev.atoll.itest.kubernetes.ApiServer;
import dev.atoll.itest.kubernetes.ControlPlane;
import dev.atoll.itest.loadbalancer.LoadBalancerController;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.aws.AwsRoute53Zone;
import dev.atoll.stacks.dns.BalancedService;
import dev.atoll.stacks.dns.NamesLayer;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * One apply makes Services, their load balancers and the names that lead to them: in two real API
 * servers and on the emulator, with the stand-in for the load balancer controller between them.
 */
@ExtendWith(LocalStackExtension.class)
class NamesOnEmulatorTest {

  private static final String DOMAIN = "names.example.com";
  private static final List<String> IDS = List.of("DNS-1", "DNS-2", "DNS-3", "DNS-5", "DNS-12");

  private static final Topology TOPOLOGY =
      Topology.named("names")
          .domain(DOMAIN)
          .coder(coder -> coder.licensed())
          .region(US_EAST_2, ohio -> ohio.primary().cluster("east").vpc("10.0.0.0/16"))
          .region(US_WEST_2, oregon -> oregon.replica().cluster("west").vpc("10.1.0.0/16"))
          .peering(US_EAST_2, US_WEST_2)
          .dns(dns -> dns.alarm("oncall@names.example.com"))
          .build();

  @TempDir private Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<ApiServer> clusters = new ArrayList<>();
  private AwsClients aws;
  private WorkingDirectory terraform;

  @BeforeEach
  void writeTheRoot(World world) throws IOException {
    aws = AwsClients.of(world);
    open.add(aws);
    HostedZones.make(aws.route53(), DOMAIN);
    List<BalancedService> services =
        List.of(service(US_EAST_2, "east"), service(US_WEST_2, "west"));
    AwsRoute53Zone zone = new AwsRoute53Zone("main", US_EAST_2, DOMAIN);
    NamesLayer names = NamesLayer.of(TOPOLOGY, zone, services);
    List<Resource> resources = new ArrayList<>(List.of(zone));
    services.forEach(service -> resources.add(service.release()));
    resources.addAll(names.layer().resources());
    Root root =
        new Root(
            "names",
            new Backend.Local("terraform.tfstate"),
            Map.of(),
            resources,
            names.layer().outputs());
    Deployment deployment = new Deployment(Layout.SINGLE, List.of(root), List.of(), List.of());
    Synthesis.write(deployment, folder);
    terraform =
        Terraform.find(SearchPath.ofEnvironment(), System.err::println)
            .in(Synthesis.workingFolder(deployment, root, folder))
            .environment(world.environment());
    terraform.init();
  }

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    // JUnit warns of every link that leads out of a temporary folder.
    List<Path> links;
    try (Stream<Path> tree = Files.walk(folder)) {
      links = tree.filter(Files::isSymbolicLink).toList();
    }
    for (Path link : links) {
      Files.delete(link);
    }
  }

  @Test
  void oneApplyMakesServicesLoadBalancersAndNames() {
    Path plan = terraform.folder().resolve("plan");
    assertThat(terraform.plan(plan)).isTrue();
    JsonNode planned = terraform.showPlan(plan);
    terraform.apply(plan);

    Facts facts = read();
    assertThat(with(Verdict.PASS, facts)).containsExactlyInAnyOrderElementsOf(IDS);
    assertThat(facts.all(LoadBalancer.class).facts()).hasSize(2);
    assertThat(facts.all(HealthCheck.class).facts()).hasSize(2);
    assertThat(details(TerraformJson.read(planned, "plan").facts()))
        .as("the plan already shows it")
        .allSatisfy(detail -> assertThat(detail).contains("PASS"));
    assertThat(details(TerraformJson.read(terraform.showState(), "state").facts()))
        .as("and so does the state")
        .allSatisfy(detail -> assertThat(detail).contains("PASS"));
    assertThat(terraform.plan(terraform.folder().resolve("second"))).as("changes").isFalse();

    assertThat(failAfter("us-west-2", record -> record.healthCheckId(null)))
        .containsExactly("DNS-5");
    assertThat(
            failAfter(
                "us-west-2",
                record -> record.aliasTarget(alias -> target(alias, facts, US_EAST_2))))
        .containsExactly("DNS-12");
    assertThat(
            failAfter(
                "us-west-2",
                record ->
                    record.aliasTarget(
                        alias -> target(alias, facts, US_WEST_2).evaluateTargetHealth(false))))
        .containsExactly("DNS-1");

    terraform.apply();
    assertThat(with(Verdict.PASS, read())).containsExactlyInAnyOrderElementsOf(IDS);
    terraform.destroy();
    Facts after = read();
    assertThat(after.all(LoadBalancer.class).facts()).isEmpty();
    assertThat(after.all(HealthCheck.class).facts()).isEmpty();
    assertThat(after.all(DnsRecord.class).stream())
        .noneMatch(record -> record.type().is("A"::equals).isYes());
    assertThat(clusters)
        .allMatch(
            cluster ->
                cluster.client().services().inNamespace("default").withName("coder").get() == null);
  }

  private static AliasTarget.Builder target(AliasTarget.Builder alias, Facts facts, Region region) {
    LoadBalancer balancer =
        facts.all(LoadBalancer.class).stream()
            .filter(each -> each.region().equals(region))
            .findFirst()
            .orElseThrow();
    return alias
        .dnsName(balancer.dnsName())
        .hostedZoneId("Z2P70J7EXAMPLE")
        .evaluateTargetHealth(true);
  }

  /** Changes the apex record of a Region, judges, and puts it back. */
  private Set<String> failAfter(String identifier, Consumer<ResourceRecordSet.Builder> change) {
    String zone = aws.route53().listHostedZones().hostedZones().get(0).id();
    ResourceRecordSet before =
        aws
            .route53()
            .listResourceRecordSets(request -> request.hostedZoneId(zone))
            .resourceRecordSets()
            .stream()
            .filter(record -> record.name().equals(DOMAIN + "."))
            .filter(record -> identifier.equals(record.setIdentifier()))
            .findFirst()
            .orElseThrow();
    ResourceRecordSet.Builder broken = before.toBuilder();
    change.accept(broken);
    upsert(zone, broken.build());
    Set<String> failing = with(Verdict.FAIL, read());
    upsert(zone, before);
    return failing;
  }

  private void upsert(String zone, ResourceRecordSet record) {
    Change change = Change.builder().action(ChangeAction.UPSERT).resourceRecordSet(record).build();
    aws.route53()
        .changeResourceRecordSets(
            request -> request.hostedZoneId(zone).changeBatch(batch -> batch.changes(change)));
  }

  private Facts read() {
    List<Fact> facts = new ArrayList<>(DnsReader.read(aws));
    facts.addAll(LoadBalancerReader.read(aws, List.of(US_EAST_2, US_WEST_2)));
    return beside(Facts.of(Origin.APPLIED, facts));
  }

  private static Facts beside(Facts facts) {
    return facts.intending(TOPOLOGY.facts());
  }

  private static Set<String> with(Verdict verdict, Facts facts) {
    return IDS.stream()
        .filter(id -> Catalogue.find(id).orElseThrow().judge(facts).verdict() == verdict)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> details(Facts facts) {
    return IDS.stream()
        .map(
            id -> {
              Judgement judgement = Catalogue.find(id).orElseThrow().judge(beside(facts));
              return "%s %s %s".formatted(id, judgement.verdict(), judgement.detail());
            })
        .toList();
  }

  private BalancedService service(Region region, String cluster) throws IOException {
    ApiServer api = ApiServer.start(line -> {});
    open.add(api);
    clusters.add(api);
    network(region, cluster);
    open.add(LoadBalancerController.start(api.client(), aws, region, cluster));
    Path kubeconfig = folder.resolve(cluster + ".kubeconfig");
    Files.writeString(kubeconfig, api.kubeconfig());
    Path manifest = folder.resolve(cluster + ".yaml");
    String certificate =
        aws.acm(region).requestCertificate(request -> request.domainName(DOMAIN)).certificateArn();
    Files.writeString(manifest, MANIFEST.replace("CERTIFICATE", certificate));
    String kubectl =
        "%s --kubeconfig %s".formatted(ControlPlane.install(line -> {}).kubectl(), kubeconfig);
    return new BalancedService(
        region,
        Owner.CODER,
        new AppliedService(cluster, region, kubectl, manifest.toString()),
        "default/coder");
  }

  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Service
      metadata:
        namespace: default
        name: coder
        annotations:
          service.beta.kubernetes.io/aws-load-balancer-type: external
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: CERTIFICATE
          service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "443"
      spec:
        type: LoadBalancer
        selector: {app: coder}
        ports: [{name: https, port: 443, targetPort: 8080}]
      """;

  private void network(Region region, String cluster) {
    Ec2Client ec2 = aws.ec2(region);
    String vpc = ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    TagSpecification tags =
        TagSpecification.builder()
            .resourceType(ResourceType.SUBNET)
            .tags(Tag.builder().key("kubernetes.io/role/elb").value("1").build())
            .build();
    List<String> subnets = new ArrayList<>();
    for (String letter : List.of("a", "b")) {
      String block = letter.equals("a") ? "10.0.1.0/24" : "10.0.2.0/24";
      subnets.add(
          ec2.createSubnet(
                  request ->
                      request
                          .vpcId(vpc)
                          .cidrBlock(block)
                          .availabilityZone(region + letter)
                          .tagSpecifications(tags))
              .subnet()
              .subnetId());
    }
    aws.eks(region)
        .createCluster(
            request ->
                request
                    .name(cluster)
                    .roleArn("arn:aws:iam::123456789012:role/" + cluster)
                    .resourcesVpcConfig(config -> config.subnetIds(subnets)));
  }
}
