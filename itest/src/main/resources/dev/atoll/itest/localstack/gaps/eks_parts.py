"""EKS: what a cluster keeps under a name of its own, add-ons and access entries."""

import datetime
import uuid

from gaps.filled import gap
from localstack.aws.api import CommonServiceException
from moto.eks import models as eks

# Operations that moto does not answer, or not wholly, by name.
OPERATIONS: dict = {}

KEPT = (
    "clusterName addonName addonVersion serviceAccountRoleArn configurationValues"
    " principalArn kubernetesGroups username type tags"
).split()


def cluster_of(context, name: str) -> eks.Cluster:
    clusters = eks.eks_backends[context.account_id][context.region].clusters
    if name not in clusters:
        raise CommonServiceException("ResourceNotFoundException", f"No cluster found for name: {name}.", 404)
    return clusters[name]


def parts(of: str, all_of_them: str, key: str, make) -> tuple:
    """Create, describe, delete and list what a cluster keeps under one of its names."""

    def kept(context, request) -> dict:
        return vars(cluster_of(context, request["clusterName"])).setdefault(f"completed_{of}", {})

    def found(context, request) -> dict:
        if (name := request[key]) not in (all_of := kept(context, request)):
            raise CommonServiceException("ResourceNotFoundException", f"No {of} found: {name}.", 404)
        return all_of[name]

    def create(context, request):
        all_of = kept(context, request)
        if (name := request[key]) in all_of:
            raise CommonServiceException("ResourceInUseException", f"{of} already exists: {name}.", 409)
        now = datetime.datetime.now(datetime.timezone.utc)
        cluster = cluster_of(context, request["clusterName"])
        given = {name: value for name, value in request.items() if name in KEPT and value is not None}
        all_of[name] = {"tags": {}, **given, **make(cluster, request), "createdAt": now, "modifiedAt": now}
        return {of: all_of[name]}

    def describe(context, request):
        return {of: found(context, request)}

    def delete(context, request):
        gone = found(context, request)
        del kept(context, request)[request[key]]
        return {of: gone}

    def names(context, request):
        return {all_of_them: list(kept(context, request))}

    return create, describe, delete, names


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


@gap
def eks_addons() -> None:
    """moto's EKS has no add-ons."""
    create, describe, delete, names = parts("addon", "addons", "addonName", addon)
    OPERATIONS.update(CreateAddon=create, DescribeAddon=describe, DeleteAddon=delete, ListAddons=names)


@gap
def eks_access_entries() -> None:
    """moto's EKS has no access entries."""
    create, describe, delete, names = parts("accessEntry", "accessEntries", "principalArn", access_entry)
    OPERATIONS.update(
        CreateAccessEntry=create,
        DescribeAccessEntry=describe,
        DeleteAccessEntry=lambda *call: delete(*call) and {},
        ListAccessEntries=names,
    )
