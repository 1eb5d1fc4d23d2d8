"""ElastiCache: replication groups with their members, and deletions that end."""

from gaps.filled import gap
from moto.core.responses import ActionResult
from moto.elasticache.exceptions import CacheSubnetGroupNotFound, ElastiCacheException
from moto.elasticache.models import ElastiCacheBackend
from moto.elasticache.responses import ElastiCacheResponse


@gap
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


@gap
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


@gap
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
