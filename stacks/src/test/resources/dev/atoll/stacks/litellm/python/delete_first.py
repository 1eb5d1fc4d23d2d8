"""The broken twin: what the documented system's script does. It frees the alias first."""

import json
import os
import secrets
import sys
import urllib.error
import urllib.request

import boto3


def call(path, body):
    request = urllib.request.Request(
        os.environ["STAND_IN"] + path,
        data=json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + os.environ["LITELLM_MASTER_KEY"]},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            answer.read()
    except urllib.error.HTTPError as error:
        if error.code != 404:
            raise


client = boto3.client("secretsmanager", region_name="us-east-2")
key = "sk-" + secrets.token_urlsafe(32)
call("/key/delete", {"key_aliases": ["workspaces"]})
call("/key/generate", {"key": key, "key_alias": "workspaces", "models": []})
client.put_secret_value(SecretId="workspace-key", SecretString=json.dumps({"LITELLM_API_KEY": key}))
