"""EKS: a cluster's network, who it lets in, and remote access to its nodes."""

import contextlib
import json

from gaps.eks_parts import OPERATIONS, cluster_of
from gaps.filled import gap
from localstack.services.moto import dispatch_to_moto
from moto.ec2.exceptions import DependencyViolationError
from moto.ec2.models import ec2_backends
from moto.eks import models as eks


@gap
def eks_access_config() -> None:
    """moto forgets how a cluster lets people in; EKS answers what was asked for."""

    def with_access_config(context, request):
        response = dispatch_to_moto(context)
        if response.status_code == 200:
            cluster = vars(cluster_of(context, request["name"]))
            if "accessConfig" in request:
                cluster["completed_access_config"] = request["accessConfig"]
            if config := cluster.get("completed_access_config"):
                body = json.loads(response.get_data())
                body["cluster"]["accessConfig"] = config
                response.set_data(json.dumps(body))
        return response

    OPERATIONS.update(CreateCluster=with_access_config, DescribeCluster=with_access_config)


@gap
def eks_remote_access_only_when_set() -> None:
    """moto invents an SSH key, and a security group, for node groups that allow no remote access."""
    create = eks.Nodegroup.__init__

    def init(nodegroup, *args, remote_access=None, **kwargs):
        create(nodegroup, *args, remote_access=remote_access, **kwargs)
        nodegroup.remote_access = remote_access
        if not remote_access:
            del nodegroup.resources["remoteAccessSecurityGroup"]

    eks.Nodegroup.__init__ = init


@gap
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
