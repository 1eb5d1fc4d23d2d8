"""Secrets Manager: secrets that another service makes."""

from gaps.filled import gap
from moto.secretsmanager.models import FakeSecret, ReplicaSecret


@gap
def secretsmanager_secrets_made_before_it_was_asked() -> None:
    """LocalStack adds these when Secrets Manager is first asked; RDS may have made a secret before."""
    FakeSecret.last_accessed_date = None
    FakeSecret.auto_rotate_after_days = None
    FakeSecret.rotation_lambda_arn = None


@gap
def secretsmanager_values_of_replicas() -> None:
    """moto's replicas lack some of what reading a value asks for; all of it is the primary's."""

    def of_the_primary(replica, name):
        if name == "source":
            raise AttributeError(name)
        return getattr(replica.source, name)

    ReplicaSecret.__getattr__ = of_the_primary
