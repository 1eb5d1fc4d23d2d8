"""Completes LocalStack with services that it lacks but whose code, moto's, it carries.

To be run in LocalStack's own process before the first request: as a start-up hook
(/etc/localstack/init/start.d) in its container, or before localstack.runtime.main.
Each function below fills one gap between moto and the documented behaviour of the API.
None of them turns an error into a success.
"""

import contextlib
import datetime
import json
import re
import uuid

from moto.core.responses import ActionResult
from moto.ec2.exceptions import DependencyViolationError
from moto.ec2.models import ec2_backends
from moto.ec2.models.launch_templates import LaunchTemplateBackend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.eks import models as eks
from moto.elasticache.exceptions import CacheSubnetGroupNotFound, ElastiCacheException, UserNotFound
from moto.elasticache.models import ElastiCacheBackend
from moto.elasticache.responses import ElastiCacheResponse
from moto.rds.models import DBCluster, RDSBackend
from moto.rds.responses import RDSResponse

from localstack.aws.api import CommonServiceException
from localstack.aws.skeleton import Skeleton
from localstack.aws.spec import load_service
from localstack.services.moto import dispatch_to_moto
from localstack.services.plugins import SERVICE_PLUGINS, Service

SERVICES = ("rds", "elbv2", "eks", "elasticache", "autoscaling")


def eks_cluster_of(context, request) -> eks.Cluster:
    clusters = eks.eks_backends[context.account_id][context.region].clusters
    if (name := request["clusterName"]) not in clusters:
        raise CommonServiceException("ResourceNotFoundException", f"No cluster found for name: {name}.", 404)
    return clusters[name]


def eks_with_access_config(context, request):
    """moto forgets how a cluster lets people in; EKS answers what was asked for."""
    response = dispatch_to_moto(context)
    if response.status_code == 200:
        cluster = vars(eks_cluster_of(context, {"clusterName": request["name"]}))
        if "accessConfig" in request:
            cluster["completed_access_config"] = request["accessConfig"]
        if config := cluster.get("completed_access_config"):
            body = json.loads(response.get_data())
            body["cluster"]["accessConfig"] = config
            response.set_data(json.dumps(body))
    return response


def eks_parts(of: str, key: str, make) -> tuple:
    """Create, describe, delete and list what a cluster keeps under one of its names."""

    def kept(context, request) -> dict:
        return vars(eks_cluster_of(context, request)).setdefault(f"completed_{of}", {})

    def found(context, request) -> dict:
        if (name := request[key]) not in (all_of := kept(context, request)):
            raise CommonServiceException("ResourceNotFoundException", f"No {of} found: {name}.", 404)
        return all_of[name]

    def create(context, request):
        all_of = kept(context, request)
        if (name := request[key]) in all_of:
            raise CommonServiceException("ResourceInUseException", f"{of} already exists: {name}.", 409)
        now = datetime.datetime.now(datetime.timezone.utc)
        cluster = eks_cluster_of(context, request)
        given = {name: value for name, value in request.items() if name in EKS_KEPT and value is not None}
        all_of[name] = {"tags": {}, **given, **make(cluster, request), "createdAt": now, "modifiedAt": now}
        return {of: all_of[name]}

    def delete(context, request):
        gone = found(context, request)
        del kept(context, request)[request[key]]
        return {of: gone}

    return create, lambda context, request: {of: found(context, request)}, delete, kept


EKS_KEPT = (
    "clusterName addonName addonVersion serviceAccountRoleArn configurationValues"
    " principalArn kubernetesGroups username type tags"
).split()


def addon(cluster, request) -> dict:
    name = request["addonName"]
    arn = f"{cluster.arn.replace(':cluster/', ':addon/')}/{name}/{uuid.uuid4()}"
    return {"addonArn": arn, "status": "ACTIVE", "health": {"issues": []}}


def access_entry(cluster, request) -> dict:
    """Nodes that no node group makes get the groups and the name that every node has."""
    arn = f"{cluster.arn.replace(':cluster/', ':access-entry/')}/{uuid.uuid4()}"
    nodes = (request.get("type") or "STANDARD") != "STANDARD"
    groups = ["system:nodes"] if nodes else request.get("kubernetesGroups") or []
    name = "system:node:{{EC2PrivateDNSName}}" if nodes else request.get("username") or request["principalArn"]
    kind = request.get("type") or "STANDARD"
    return {"accessEntryArn": arn, "kubernetesGroups": groups, "username": name, "type": kind}


def eks_addons_and_access_entries() -> dict:
    """moto's EKS has neither add-ons nor access entries."""
    create, describe, delete, kept = eks_parts("addon", "addonName", addon)
    let_in, entry, let_out, entries = eks_parts("accessEntry", "principalArn", access_entry)
    return {
        "CreateCluster": eks_with_access_config,
        "DescribeCluster": eks_with_access_config,
        "CreateAddon": create,
        "DescribeAddon": describe,
        "DeleteAddon": delete,
        "ListAddons": lambda context, request: {"addons": list(kept(context, request))},
        "CreateAccessEntry": let_in,
        "DescribeAccessEntry": entry,
        "DeleteAccessEntry": lambda *call: let_out(*call) and {},
        "ListAccessEntries": lambda context, request: {"accessEntries": list(entries(context, request))},
    }


def register(names: tuple[str, ...], own: dict[str, dict]) -> None:
    """Answers every operation of these services from moto, errors and their codes as they are."""
    # All names before the first service: the list of enabled services is computed once.
    for name in names:
        SERVICE_PLUGINS.api_provider_specs[name] = ["default"]
    for name in names:
        model = load_service(name)
        # moto's raw answer: a parsed one loses the error codes that clients wait for.
        answers = {
            operation: lambda context, request: dispatch_to_moto(context)
            for operation in model.operation_names
        }
        answers.update(own.get(name, {}))
        SERVICE_PLUGINS.add_service(Service(name, skeleton=Skeleton(model, answers)))


def ec2_description_of_rules_for_groups() -> None:
    """moto shows the description of a rule for addresses only, and forgets that of a rule for a group."""
    SecurityGroupRule.description = property(
        lambda rule: rule.ip_range.get("Description") or rule.source_group.get("Description")
    )


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


def rds_scaling_configuration_only_when_set() -> None:
    """moto answers an empty ScalingConfigurationInfo for clusters that have none."""
    info = DBCluster.scaling_configuration_info.fget
    DBCluster.scaling_configuration_info = property(
        lambda cluster: info(cluster) if cluster.scaling_configuration else None
    )


def accept_arns_of(backend_class: type, known: str, kind: str) -> None:
    """The backend takes the ARNs of one more kind of resource for tagging; its pattern lists the others."""
    create = backend_class.__init__

    def init(backend, *args, **kwargs):
        create(backend, *args, **kwargs)
        backend.arn_regex = re.compile(backend.arn_regex.pattern.replace(known, f"{known}|{kind}"))

    backend_class.__init__ = init


def rds_tags_of_cluster_parameter_groups() -> None:
    """moto has no tags for cluster parameter groups."""
    accept_arns_of(RDSBackend, "subgrp", "cluster-pg")
    create = RDSResponse.create_db_cluster_parameter_group

    def create_with_tags(response):
        created = create(response)
        group = response.backend.db_cluster_parameter_groups[
            response.params["DBClusterParameterGroupName"]
        ]
        group.tags = response.params.get("Tags", [])
        return created

    RDSResponse.create_db_cluster_parameter_group = create_with_tags


def eks_remote_access_only_when_set() -> None:
    """moto invents an SSH key, and a security group, for node groups that allow no remote access."""
    create = eks.Nodegroup.__init__

    def init(nodegroup, *args, remote_access=None, **kwargs):
        create(nodegroup, *args, remote_access=remote_access, **kwargs)
        nodegroup.remote_access = remote_access
        if not remote_access:
            del nodegroup.resources["remoteAccessSecurityGroup"]

    eks.Nodegroup.__init__ = init


def eks_cluster_network() -> None:
    """moto repeats the VPC configuration it was given; EKS adds the VPC and a security group of its own."""
    create = eks.EKSBackend.create_cluster
    update = eks.EKSBackend.update_cluster_config
    delete = eks.EKSBackend.delete_cluster

    def create_with_network(backend, name, resources_vpc_config, **cluster):
        ec2 = ec2_backends[backend.account_id][backend.region_name]
        vpc = ec2.get_subnet(resources_vpc_config["subnetIds"][0]).vpc_id
        network = {"endpointPublicAccess": True, "endpointPrivateAccess": False}
        network.update(resources_vpc_config, vpcId=vpc)
        created = create(backend, name=name, resources_vpc_config=network, **cluster)
        network["clusterSecurityGroupId"] = ec2.create_security_group(
            f"eks-cluster-sg-{name}-{created.created_at:%f}",
            "EKS created security group applied to ENI that is attached to EKS Control Plane nodes,"
            " as well as any managed workloads.",
            vpc_id=vpc,
            tags={f"kubernetes.io/cluster/{name}": "owned", "aws:eks:cluster-name": name},
        ).id
        return created

    def update_network(backend, name, resources_vpc_config, *args, **kwargs):
        before = backend.clusters[name].resources_vpc_config if name in backend.clusters else {}
        changed = {**before, **resources_vpc_config} if resources_vpc_config else None
        return update(backend, name, changed, *args, **kwargs)

    def delete_with_network(backend, name):
        deleted = delete(backend, name)
        # As in AWS, a group that is still in use stays behind.
        with contextlib.suppress(DependencyViolationError):
            ec2_backends[backend.account_id][backend.region_name].delete_security_group(
                group_id=deleted.resources_vpc_config["clusterSecurityGroupId"]
            )
        return deleted

    eks.EKSBackend.create_cluster = create_with_network
    eks.EKSBackend.update_cluster_config = update_network
    eks.EKSBackend.delete_cluster = delete_with_network


def elasticache_replication_group_members() -> None:
    """moto names the member clusters of a replication group without creating them, and knows one only."""
    create = ElastiCacheBackend.create_replication_group

    def create_with_members(backend, **group):
        clusters = group["num_cache_clusters"]
        if clusters and not group["replicas_per_node_group"]:
            group["replicas_per_node_group"] = clusters - 1
        created = create(backend, **group)
        for member in created.member_clusters:
            cluster = backend.create_cache_cluster(**member_of(group, member))
            # moto sets the first two for the engine redis only, the others never.
            cluster.num_cache_nodes = 1
            cluster.replication_group_id = created.replication_group_id
            cluster.at_rest_encryption_enabled = created.at_rest_encryption_enabled
            cluster.security_groups = [
                {"SecurityGroupId": group_id, "Status": "active"}
                for group_id in group["security_group_ids"] or []
            ]
        for shard in created.node_groups:
            # moto has the address, but not in the shape that is answered.
            if address := shard.get("reader_endpoint_address"):
                shard["reader_endpoint"] = {"address": address, "port": created.port}
        return created

    ElastiCacheBackend.create_replication_group = create_with_members


def member_of(group: dict, cluster_id: str) -> dict:
    """The parameters of CreateCacheCluster for one member of a replication group."""
    same = (
        "replication_group_id cache_node_type engine_version cache_parameter_group_name"
        " cache_subnet_group_name cache_security_group_names security_group_ids"
        " preferred_maintenance_window port notification_topic_arn auto_minor_version_upgrade"
        " snapshot_retention_limit snapshot_window auth_token transit_encryption_enabled"
        " network_type ip_discovery log_delivery_configurations tags"
    ).split()
    different = (
        "az_mode preferred_availability_zone preferred_availability_zones snapshot_name"
        " snapshot_arns outpost_mode preferred_outpost_arn preferred_outpost_arns"
        " cache_node_ids_to_remove cache_node_ids_to_reboot"
    ).split()
    return {
        **{name: group[name] for name in same},
        **dict.fromkeys(different),
        "cache_cluster_id": cluster_id,
        "engine": group["engine"] or "redis",
        "num_cache_nodes": 1,
    }


def elasticache_deletion() -> None:
    """moto leaves what was deleted in the state "deleting" for ever; here the deletion is done."""
    delete_group = ElastiCacheBackend.delete_replication_group
    delete_cluster = ElastiCacheBackend.delete_cache_cluster

    def delete_group_and_members(backend, replication_group_id, retain_primary_cluster):
        members = []
        if group := backend.replication_groups.get(replication_group_id):
            members = group.member_clusters[1 if retain_primary_cluster else 0 :]
        deleted = delete_group(backend, replication_group_id, retain_primary_cluster)
        for member in members:
            backend.cache_clusters.pop(member, None)
        return backend.replication_groups.pop(deleted.replication_group_id)

    def delete_cluster_for_good(backend, cache_cluster_id):
        deleted = delete_cluster(backend, cache_cluster_id)
        return backend.cache_clusters.pop(deleted.cache_cluster_id)

    ElastiCacheBackend.delete_replication_group = delete_group_and_members
    ElastiCacheBackend.delete_cache_cluster = delete_cluster_for_good


class CacheSubnetGroupInUse(ElastiCacheException):
    code = "CacheSubnetGroupInUse"


def elasticache_delete_cache_subnet_group() -> None:
    """moto has no DeleteCacheSubnetGroup."""

    def delete(response):
        backend = response.elasticache_backend
        name = response._get_param("CacheSubnetGroupName")
        if name not in backend.cache_subnet_groups:
            raise CacheSubnetGroupNotFound(name)
        if any(cluster.cache_subnet_group_name == name for cluster in backend.cache_clusters.values()):
            raise CacheSubnetGroupInUse(f"Cache subnet group {name} is currently in use.")
        del backend.cache_subnet_groups[name]
        return ActionResult({})

    ElastiCacheResponse.delete_cache_subnet_group = delete


class UserGroupNotFound(ElastiCacheException):
    code = "UserGroupNotFound"


class UserGroupAlreadyExists(ElastiCacheException):
    code = "UserGroupAlreadyExists"


class InvalidUserGroupState(ElastiCacheException):
    code = "InvalidUserGroupState"


def elasticache_user_groups() -> None:
    """moto has users, but no groups of them."""
    accept_arns_of(ElastiCacheBackend, "snapshot", "usergroup")

    def groups(response):
        backend = response.elasticache_backend
        if not hasattr(backend, "user_groups"):
            backend.user_groups = {}
        return backend.user_groups

    def known(response):
        name = response._get_param("UserGroupId")
        if name not in groups(response):
            raise UserGroupNotFound(f"UserGroup {name} not found.")
        return groups(response)[name]

    def clusters_with(response, name):
        return [
            group.replication_group_id
            for group in response.elasticache_backend.replication_groups.values()
            if name in (group.user_group_ids or [])
        ]

    def create(response):
        backend = response.elasticache_backend
        name = response._get_param("UserGroupId")
        if name in groups(response):
            raise UserGroupAlreadyExists(f"UserGroup {name} already exists.")
        users = response._get_param("UserIds", [])
        for user in users:
            if user not in backend.users:
                raise UserNotFound(user)
        engine = response._get_param("Engine")
        if engine == "redis" and all(backend.users[user].name != "default" for user in users):
            raise DefaultUserRequired("A default user must exist.")
        arn = f"arn:aws:elasticache:{backend.region_name}:{backend.account_id}:usergroup:{name}"
        groups(response)[name] = {
            "UserGroupId": name,
            "Status": "active",
            "Engine": engine,
            "UserIds": users,
            "MinimumEngineVersion": "7.2" if engine == "valkey" else "6.0",
            "ARN": arn,
        }
        backend.tagging_service.tag_resource(arn, response._get_param("Tags", []))
        return ActionResult(groups(response)[name])

    def describe(response):
        one = response._get_param("UserGroupId")
        found = [known(response)] if one else list(groups(response).values())
        return ActionResult(
            {
                "UserGroups": [
                    {**group, "ReplicationGroups": clusters_with(response, group["UserGroupId"])}
                    for group in found
                ]
            }
        )

    def delete(response):
        group = known(response)
        if using := clusters_with(response, group["UserGroupId"]):
            raise InvalidUserGroupState(f"UserGroup is associated with {using}.")
        del groups(response)[group["UserGroupId"]]
        return ActionResult({**group, "Status": "deleting"})

    ElastiCacheResponse.create_user_group = create
    ElastiCacheResponse.describe_user_groups = describe
    ElastiCacheResponse.delete_user_group = delete


class DefaultUserRequired(ElastiCacheException):
    code = "DefaultUserRequired"


ec2_description_of_rules_for_groups()
ec2_launch_template_keeps_its_own_tags_apart()
rds_scaling_configuration_only_when_set()
rds_tags_of_cluster_parameter_groups()
eks_remote_access_only_when_set()
eks_cluster_network()
elasticache_replication_group_members()
elasticache_deletion()
elasticache_delete_cache_subnet_group()
elasticache_user_groups()
register(SERVICES, {"eks": eks_addons_and_access_entries()})
