"""Stands in for boto3: Secrets Manager's two calls that the rotation makes, over plain HTTP."""

import json
import os
import urllib.error
import urllib.request


class _Exceptions:
    class ResourceNotFoundException(Exception):
        pass


class _SecretsManager:
    exceptions = _Exceptions

    def __init__(self, url):
        self.url = url

    def get_secret_value(self, SecretId):
        try:
            with urllib.request.urlopen(self.url + "/secret/" + SecretId, timeout=10) as answer:
                return {"SecretString": answer.read().decode()}
        except urllib.error.HTTPError as error:
            if error.code == 404:
                raise self.exceptions.ResourceNotFoundException() from None
            raise

    def put_secret_value(self, SecretId, SecretString):
        json.loads(SecretString)
        request = urllib.request.Request(
            self.url + "/secret/" + SecretId, data=SecretString.encode(), method="PUT"
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            answer.read()


def client(service, region_name):
    assert (service, region_name) == ("secretsmanager", "us-east-2")
    return _SecretsManager(os.environ["STAND_IN"])
