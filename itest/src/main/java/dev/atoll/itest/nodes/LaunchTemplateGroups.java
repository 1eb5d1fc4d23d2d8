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
   * @throws IllegalArgumentException when there is no such version
   */
  List<String> of(LaunchTemplateSpecification template) {
    ResponseLaunchTemplateData data = version(template).launchTemplateData();
    return data.hasSecurityGroupIds()
        ? data.securityGroupIds()
        : data.networkInterfaces().stream().limit(1).flatMap(eni -> eni.groups().stream()).toList();
  }

  private LaunchTemplateVersion version(LaunchTemplateSpecification template) {
    String version = template.version() == null ? "$Default" : template.version();
    return ec2
        .describeLaunchTemplateVersions(
            request ->
                request
                    .launchTemplateId(template.launchTemplateId())
                    .launchTemplateName(template.launchTemplateName())
                    .versions(version))
        .launchTemplateVersions()
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no version %s of the launch template %s%s. A node group needs one that exists."
                        .formatted(
                            version,
                            template.launchTemplateId() == null ? "" : template.launchTemplateId(),
                            template.launchTemplateName() == null
                                ? ""
                                : template.launchTemplateName())));
  }
}
