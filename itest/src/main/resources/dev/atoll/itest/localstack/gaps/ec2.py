"""EC2: rules of security groups, and launch templates."""

from gaps.filled import gap
from moto.ec2.models.launch_templates import LaunchTemplateBackend
from moto.ec2.models.security_groups import SecurityGroupRule


@gap
def ec2_description_of_rules_for_groups() -> None:
    """moto shows the description of a rule for addresses only, and forgets that of a rule for a group."""
    SecurityGroupRule.description = property(
        lambda rule: rule.ip_range.get("Description") or rule.source_group.get("Description")
    )


@gap
def ec2_launch_template_keeps_its_own_tags_apart() -> None:
    """moto puts the tags of the template itself among those that its instances get."""
    create = LaunchTemplateBackend.create_launch_template

    def create_with_data_as_given(backend, name, description, template_data, tag_spec):
        specifications = template_data.get("TagSpecifications", [])
        of_instances = [each for each in specifications if each["ResourceType"] != "launch-template"]
        data = {key: value for key, value in template_data.items() if key != "TagSpecifications"}
        if of_instances:
            data["TagSpecifications"] = of_instances
        return create(backend, name, description, data, tag_spec)

    LaunchTemplateBackend.create_launch_template = create_with_data_as_given
