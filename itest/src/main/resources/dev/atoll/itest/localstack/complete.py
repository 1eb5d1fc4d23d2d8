"""Completes LocalStack with services that it lacks but whose code, moto's, it carries.

To be run in LocalStack's own process before the first request, with this folder among those that
modules are imported from: before localstack.runtime.main, or as a start-up hook
(/etc/localstack/init/start.d) in its container.
What is filled between moto and the documented behaviour of the APIs is in gaps/ and, in words, in
stand-ins.md. None of it turns an error into a success.
"""

import re

from gaps import (  # noqa: F401
    cloudwatch,
    ec2,
    eks_clusters,
    eks_endpoints,
    eks_parts,
    elasticache,
    elasticache_users,
    elbv2,
    rds,
    secretsmanager,
)
from gaps.filled import GAPS
from localstack.aws.skeleton import Skeleton
from localstack.aws.spec import load_service
from localstack.services.moto import dispatch_to_moto
from localstack.services.plugins import SERVICE_PLUGINS, Service
from moto.route53 import responses as route53

SERVICES = ("rds", "elbv2", "eks", "elasticache", "autoscaling")


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


def tell_of_no_change(template: str) -> str:
    """The answer to a change of records without the change, which is in sync before it is answered.

    Terraform waits 10 to 30 s at random before it asks how a change goes that it is told of.
    """
    return re.sub(r"\s*<ChangeInfo>.*</ChangeInfo>", "", template, flags=re.DOTALL)


for fill in GAPS:
    fill()
route53.CHANGE_RRSET_RESPONSE = tell_of_no_change(route53.CHANGE_RRSET_RESPONSE)
register(SERVICES, {"eks": eks_parts.OPERATIONS})
