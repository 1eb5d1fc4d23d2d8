"""RDS: Aurora clusters and their parameter groups."""

from gaps.filled import gap
from gaps.tagging import accept_arns_of
from moto.rds.models import DBCluster, RDSBackend
from moto.rds.responses import RDSResponse


@gap
def rds_scaling_configuration_only_when_set() -> None:
    """moto answers an empty ScalingConfigurationInfo for clusters that have none."""
    info = DBCluster.scaling_configuration_info.fget
    DBCluster.scaling_configuration_info = property(
        lambda cluster: info(cluster) if cluster.scaling_configuration else None
    )


@gap
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
