package dev.atoll.stacks.cluster;

import dev.atoll.stacks.aws.AwsIamOpenIdConnectProvider;
import dev.atoll.stacks.aws.AwsIamRole;
import dev.atoll.stacks.aws.AwsIamRolePolicy;
import dev.atoll.stacks.aws.AwsIamRolePolicyAttachment;
import dev.atoll.stacks.aws.AwsPartition;
import dev.atoll.stacks.aws.Policy;
import dev.atoll.stacks.aws.PolicyStatement;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.ClusterDesign;
import dev.atoll.topology.ControllerAccount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The roles of a cluster's service accounts: each trusts one account of one namespace, with tokens
 * that are made out for AWS.
 *
 * @param roles the role of each account
 * @param resources roles and policies
 */
record ControllerRoles(Map<ControllerAccount, AwsIamRole> roles, List<Resource> resources) {

  static ControllerRoles of(
      ControllerPolicies policies, AwsIamOpenIdConnectProvider provider, AwsPartition partition) {
    Map<ControllerAccount, AwsIamRole> roles = new EnumMap<>(ControllerAccount.class);
    List<Resource> resources = new ArrayList<>();
    for (ControllerAccount account : ControllerAccount.values()) {
      String name = provider.name() + "_" + account.identifier();
      AwsIamRole role =
          new AwsIamRole(
              name,
              provider.region(),
              provider.cluster().clusterName() + "-" + account.id(),
              trust(provider, account));
      roles.put(account, role);
      resources.add(role);
      List<PolicyStatement> own = policies.of(account);
      if (!own.isEmpty()) {
        resources.add(new AwsIamRolePolicy(name, provider.region(), role, new Policy(own)));
      }
    }
    AwsIamRole volumes = roles.get(ControllerAccount.EBS_CSI);
    // AWS keeps this policy in step with the driver, limited to volumes that carry its tags.
    resources.add(
        new AwsIamRolePolicyAttachment(
            volumes.name(),
            volumes.region(),
            volumes,
            partition.managedPolicy("service-role/AmazonEBSCSIDriverPolicy")));
    return new ControllerRoles(roles, resources);
  }

  private static Policy trust(AwsIamOpenIdConnectProvider provider, ControllerAccount account) {
    Object issuer = provider.cluster().issuerWithoutScheme();
    return Policy.of(
        PolicyStatement.allow("sts:AssumeRoleWithWebIdentity")
            .to("Federated", provider.attribute("arn"))
            .when("StringEquals", Template.of(issuer, ":aud"), ClusterDesign.TOKEN_AUDIENCE)
            .when("StringEquals", Template.of(issuer, ":sub"), account.subject()));
  }
}
