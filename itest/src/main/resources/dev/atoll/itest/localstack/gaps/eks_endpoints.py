"""EKS: where the API of a cluster answers."""

import json
from pathlib import Path

from gaps.filled import gap
from moto.eks import models as eks

# Account, Region and name of a cluster to its endpoint and certificate authority. Written from outside,
# also for clusters that are yet to be made.
ENDPOINTS = Path(__file__).resolve().parent.parent / "eks-endpoints.json"


@gap
def eks_endpoint() -> None:
    """moto invents an endpoint and a certificate authority; a cluster for which an API is there has those."""
    create = eks.EKSBackend.create_cluster
    describe = eks.EKSBackend.describe_cluster

    def connected(backend, cluster):
        known = json.loads(ENDPOINTS.read_text()) if ENDPOINTS.exists() else {}
        if there := known.get(f"{backend.account_id}/{backend.region_name}/{cluster.name}"):
            cluster.endpoint = there["endpoint"]
            cluster.certificate_authority = {"data": there["certificateAuthority"]}
        return cluster

    def create_connected(backend, **cluster):
        return connected(backend, create(backend, **cluster))

    def describe_connected(backend, name):
        return connected(backend, describe(backend, name))

    eks.EKSBackend.create_cluster = create_connected
    eks.EKSBackend.describe_cluster = describe_connected
