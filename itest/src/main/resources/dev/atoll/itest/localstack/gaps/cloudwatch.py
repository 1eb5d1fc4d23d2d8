"""CloudWatch: alarms."""

from functools import wraps

from gaps.filled import gap
from localstack.services.cloudwatch.provider_v2 import CloudwatchProvider


@gap
def cloudwatch_tags_of_a_new_alarm() -> None:
    """LocalStack keeps the tags that TagResource gives, and forgets those that an alarm is made with."""
    put = CloudwatchProvider.put_metric_alarm

    @wraps(put)
    def put_with_tags(provider, context, request):
        put(provider, context, request)
        if request.get("Tags"):
            arn = f"arn:{context.partition}:cloudwatch:{context.region}:{context.account_id}:alarm:{request['AlarmName']}"
            provider.tag_resource(context, arn, request["Tags"])

    CloudwatchProvider.put_metric_alarm = put_with_tags
