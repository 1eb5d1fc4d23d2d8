package dev.atoll.itest.nodes;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/**
 * The security groups of one version of a launch template, which stand beside the image or at the
 * first network interface.
 */
record LaunchTemplateGroups(Ec2Client ec2) {

  /**
   * The groups' ids; empty when the template leaves them to EKS.
   *
   * @throws software.amazon.awssdk.services.ec2.model.Ec2Exception when there is no such version
   */
  List<String> of(LaunchTemplateSpecification template) {
    ResponseLaunchTemplateData data = version(template).launchTemplateData();
    return data.hasSecurityGroupIds()
        ? data.securityGroupIds()
        : data.networkInterfaces().stream().limit(1).flatMap(eni -> eni.groups().stream()).toList();
  }

  private LaunchTemplateVersion version(LaunchTemplateSpecification template) {
    String version = template.version() == null ? "$Default" : template.version();
    return ec2.describeLaunchTemplateVersions(
            request ->
                request
                    .launchTemplateId(template.launchTemplateId())
                    .launchTemplateName(template.launchTemplateName())
                    .versions(version))
        .launchTemplateVersions()
        .get(0);
  }
}
