package dev.atoll.stacks.cluster;

import static dev.atoll.stacks.aws.PolicyStatement.allow;

import dev.atoll.stacks.aws.AwsEksCluster;
import dev.atoll.stacks.aws.AwsIamRole;
import dev.atoll.stacks.aws.AwsPartition;
import dev.atoll.stacks.aws.AwsVpc;
import dev.atoll.stacks.aws.PolicyStatement;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.ControllerAccount;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each service account may do in AWS, and on what. The actions are those of the service
 * authorization reference that each controller's task needs; what AWS cannot limit to a resource
 * only reads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Service authorization reference</a>
 */
record ControllerPolicies(
    Topology topology,
    CoderRegion described,
    AwsPartition partition,
    AwsVpc vpc,
    AwsEksCluster cluster,
    AwsIamRole nodeRole) {

  List<PolicyStatement> of(ControllerAccount account) {
    return switch (account) {
      case LOAD_BALANCER -> loadBalancer();
      case KARPENTER -> karpenter();
      case CERT_MANAGER -> certManager();
      case EXTERNAL_SECRETS -> externalSecrets();
      case LITELLM -> liteLlm();
      case KEY_ROTATION -> keyRotation();
      // AWS keeps a policy for the driver.
      case EBS_CSI -> List.of();
      // Which workspaces may be made, templates say; the server itself needs nothing of AWS.
      case CODER -> List.of();
    };
  }

  private List<PolicyStatement> loadBalancer() {
    String mine = "aws:ResourceTag/elbv2.k8s.aws/cluster";
    String becomesMine = "aws:RequestTag/elbv2.k8s.aws/cluster";
    Object balancers = regional("elasticloadbalancing", "loadbalancer/net/*");
    Object groups = regional("elasticloadbalancing", "targetgroup/*");
    Object listeners = regional("elasticloadbalancing", "listener/net/*");
    Object securityGroups = regional("ec2", "security-group/*");
    return List.of(
        allow(
                "acm:DescribeCertificate",
                "acm:ListCertificates",
                "ec2:DescribeAccountAttributes",
                "ec2:DescribeAddresses",
                "ec2:DescribeAvailabilityZones",
                "ec2:DescribeInstances",
                "ec2:DescribeInternetGateways",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeRouteTables",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeTags",
                "ec2:DescribeVpcPeeringConnections",
                "ec2:DescribeVpcs",
                "elasticloadbalancing:Describe*")
            .on("*"),
        allow("iam:CreateServiceLinkedRole")
            .on("*")
            .when("StringEquals", "iam:AWSServiceName", "elasticloadbalancing.amazonaws.com"),
        allow("ec2:CreateSecurityGroup").on(vpc.attribute("arn"), securityGroups),
        allow("ec2:CreateTags")
            .on(securityGroups)
            .when("StringEquals", "ec2:CreateAction", "CreateSecurityGroup")
            .when("StringEquals", becomesMine, described.cluster()),
        allow("ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress")
            .on(securityGroups)
            .when("ArnEquals", "ec2:Vpc", vpc.attribute("arn")),
        allow("ec2:DeleteSecurityGroup", "ec2:CreateTags", "ec2:DeleteTags")
            .on(securityGroups)
            .when("StringEquals", mine, described.cluster()),
        allow(
                "elasticloadbalancing:CreateLoadBalancer",
                "elasticloadbalancing:CreateTargetGroup",
                "elasticloadbalancing:AddTags")
            .on(balancers, groups, listeners)
            .when("StringEquals", becomesMine, described.cluster()),
        allow(
                "elasticloadbalancing:AddListenerCertificates",
                "elasticloadbalancing:AddTags",
                "elasticloadbalancing:CreateListener",
                "elasticloadbalancing:DeleteListener",
                "elasticloadbalancing:DeleteLoadBalancer",
                "elasticloadbalancing:DeleteTargetGroup",
                "elasticloadbalancing:DeregisterTargets",
                "elasticloadbalancing:ModifyListener",
                "elasticloadbalancing:ModifyListenerAttributes",
                "elasticloadbalancing:ModifyLoadBalancerAttributes",
                "elasticloadbalancing:ModifyTargetGroup",
                "elasticloadbalancing:ModifyTargetGroupAttributes",
                "elasticloadbalancing:RegisterTargets",
                "elasticloadbalancing:RemoveListenerCertificates",
                "elasticloadbalancing:RemoveTags",
                "elasticloadbalancing:SetSecurityGroups",
                "elasticloadbalancing:SetSubnets")
            .on(balancers, groups, listeners)
            .when("StringEquals", mine, described.cluster()));
  }

  private List<PolicyStatement> karpenter() {
    String owned = "kubernetes.io/cluster/" + described.cluster();
    Object instances = regional("ec2", "instance/*");
    Object templates = regional("ec2", "launch-template/*");
    Object fleets = regional("ec2", "fleet/*");
    Object volumes = regional("ec2", "volume/*");
    Object interfaces = regional("ec2", "network-interface/*");
    Object spots = regional("ec2", "spot-instances-request/*");
    Object profiles = account("iam", "instance-profile/*");
    return List.of(
        allow(
                "ec2:DescribeAvailabilityZones",
                "ec2:DescribeCapacityReservations",
                "ec2:DescribeImages",
                "ec2:DescribeInstanceStatus",
                "ec2:DescribeInstanceTypeOfferings",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeInstances",
                "ec2:DescribeLaunchTemplates",
                "ec2:DescribePlacementGroups",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSpotPriceHistory",
                "ec2:DescribeSubnets",
                "pricing:GetProducts")
            .on("*")
            .when("StringEquals", "aws:RequestedRegion", described.region().name(), "us-east-1"),
        allow("ssm:GetParameter")
            .on(
                Template.of(
                    "arn:",
                    partition.attribute("partition"),
                    ":ssm:",
                    described.region(),
                    "::parameter/aws/service/*")),
        allow("eks:DescribeCluster").on(cluster.attribute("arn")),
        allow("ec2:RunInstances", "ec2:CreateFleet")
            .on(
                regional("ec2", "subnet/*"),
                regional("ec2", "security-group/*"),
                Template.of(
                    "arn:",
                    partition.attribute("partition"),
                    ":ec2:",
                    described.region(),
                    "::image/*")),
        allow("ec2:RunInstances", "ec2:CreateFleet")
            .on(templates)
            .when("StringEquals", "aws:ResourceTag/" + owned, "owned"),
        allow("ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateTags")
            .on(instances, templates, fleets, volumes, interfaces, spots)
            .when("StringEquals", "aws:RequestTag/" + owned, "owned"),
        allow("ec2:TerminateInstances", "ec2:DeleteLaunchTemplate", "ec2:CreateTags")
            .on(instances, templates)
            .when("StringEquals", "aws:ResourceTag/" + owned, "owned"),
        allow("iam:PassRole")
            .on(nodeRole.arn())
            .when("StringEquals", "iam:PassedToService", "ec2.amazonaws.com"),
        allow("iam:GetInstanceProfile").on(profiles),
        // Profiles that its node classes left behind are found by listing.
        allow("iam:ListInstanceProfiles").on("*"),
        allow("iam:CreateInstanceProfile", "iam:TagInstanceProfile")
            .on(profiles)
            .when("StringEquals", "aws:RequestTag/" + owned, "owned"),
        allow(
                "iam:AddRoleToInstanceProfile",
                "iam:DeleteInstanceProfile",
                "iam:RemoveRoleFromInstanceProfile")
            .on(profiles)
            .when("StringEquals", "aws:ResourceTag/" + owned, "owned"));
  }

  /** The challenge's TXT records of our domain and nothing else. */
  private List<PolicyStatement> certManager() {
    Object zones = global("route53", "hostedzone/*");
    String record = "route53:ChangeResourceRecordSets";
    return List.of(
        allow("route53:ListHostedZonesByName").on("*"),
        allow("route53:GetChange").on(global("route53", "change/*")),
        allow("route53:ListResourceRecordSets").on(zones),
        allow(record)
            .on(zones)
            .when("ForAllValues:StringEquals", record + "RecordTypes", "TXT")
            .when(
                "ForAllValues:StringLike",
                record + "NormalizedRecordNames",
                "_acme-challenge." + topology.domain(),
                "_acme-challenge.*." + topology.domain()));
  }

  /** The secrets of this deployment: those of the primary Region, and the copies beside it. */
  private List<PolicyStatement> externalSecrets() {
    return List.of(
        allow("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret")
            .on(
                Stream.of(topology.primary().region(), described.region())
                    .distinct()
                    .map(
                        region ->
                            arn(
                                "secretsmanager",
                                region.name(),
                                "secret:" + topology.name() + "/*"))
                    .toArray()));
  }

  /** Any model, because which of them are offered is LiteLLM's configuration. */
  private List<PolicyStatement> liteLlm() {
    return List.of(
        allow("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream")
            .on(
                Template.of(
                    "arn:", partition.attribute("partition"), ":bedrock:*::foundation-model/*"),
                arn("bedrock", described.region().name(), "inference-profile/*")));
  }

  /** The one secret that workspaces read. */
  private List<PolicyStatement> keyRotation() {
    return described.liteLlm().isEmpty()
        ? List.of()
        : List.of(
            allow("secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue")
                .on(
                    // Secrets Manager appends six characters of its own.
                    regional(
                        "secretsmanager",
                        "secret:%s-??????"
                            .formatted(LiteLlmDesign.workspaceKey(topology.name())))));
  }

  private Template regional(String service, String resource) {
    return arn(service, described.region().name(), resource);
  }

  private Template account(String service, String resource) {
    return arn(service, "", resource);
  }

  private Template arn(String service, String region, String resource) {
    return Template.of(
        "arn:",
        partition.attribute("partition"),
        ":%s:%s:".formatted(service, region),
        vpc.attribute("owner_id"),
        ":" + resource);
  }

  private Template global(String service, String resource) {
    return Template.of(
        "arn:", partition.attribute("partition"), ":%s:::%s".formatted(service, resource));
  }
}
