"""ElastiCache: users and groups of them."""

from gaps.filled import gap
from gaps.tagging import accept_arns_of
from moto.core.responses import ActionResult
from moto.elasticache.exceptions import ElastiCacheException, UserNotFound
from moto.elasticache.models import ElastiCacheBackend, User
from moto.elasticache.responses import ElastiCacheResponse


class DefaultUserRequired(ElastiCacheException):
    code = "DefaultUserRequired"


class UserGroupNotFound(ElastiCacheException):
    code = "UserGroupNotFound"


class UserGroupAlreadyExists(ElastiCacheException):
    code = "UserGroupAlreadyExists"


class InvalidUserGroupState(ElastiCacheException):
    code = "InvalidUserGroupState"


@gap
def elasticache_authentication_type() -> None:
    """moto repeats the type that was asked for; ElastiCache answers with a word of its own."""
    authentication = User.authentication.fget

    def as_answered(user):
        answer = authentication(user)
        return {**answer, "Type": "no-password"} if answer["Type"] == "no-password-required" else answer

    User.authentication = property(as_answered)


@gap
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
