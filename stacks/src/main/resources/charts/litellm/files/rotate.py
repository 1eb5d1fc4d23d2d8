"""Rotates the key by which workspaces call LiteLLM, without a moment in which no key works.

One run does whatever is due and ends; a CronJob starts it again and again. The secret in Secrets
Manager is the journal: every step is written there before or after it is done, so a run that dies
anywhere is continued by the next one.

    LITELLM_API_KEY, alias (workspaces-7), generation (7), published (when)
    next: key, alias (workspaces-8), generation (8)
    retiring: a list of alias (workspaces-6) and since (when)

1. When the published key is old enough, a new one is thought of and noted as "next".
2. LiteLLM is given that key under its alias. Aliases are unique: a second time is answered 400,
   which is fine if LiteLLM then accepts the key, because it is ours from a run that died.
3. Once LiteLLM accepts it, it is published, and the old alias is noted as retiring since now.
4. When an alias has been retiring for the overlap, LiteLLM deletes it, and the note goes. Replicas
   cache keys for a minute, so the old key may still work that long.

No key is ever printed, and none is in a URL.
"""

import argparse
import json
import os
import secrets
import sys
import time
import urllib.error
import urllib.request

KEY = "LITELLM_API_KEY"


class Refused(Exception):
    """LiteLLM answered with an error; its text names no key."""

    def __init__(self, path, status):
        super().__init__(f"LiteLLM answered {path} with {status}")
        self.status = status


class LiteLlm:
    def __init__(self, url, master):
        self.url = url.rstrip("/")
        self.master = master

    def generate(self, key, alias, models):
        try:
            body = {"key": key, "key_alias": alias, "models": models}
            self._call("POST", "/key/generate", self.master, body)
        except Refused as refused:
            if refused.status != 400:
                raise

    def accepts(self, key):
        try:
            self._call("GET", "/v1/models", key)
            return True
        except Refused as refused:
            if refused.status in (400, 401, 403):
                return False
            raise

    def delete(self, alias):
        try:
            self._call("POST", "/key/delete", self.master, {"key_aliases": [alias]})
        except Refused as refused:
            # It is gone already: a run died between the deletion and its note.
            if refused.status != 404:
                raise

    def _call(self, method, path, key, body=None):
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": "Bearer " + key, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            # Its body is not shown: LiteLLM repeats parts of what it was sent.
            raise Refused(path, error.code) from None


class Journal:
    """The secret. Terraform makes it without a content, so the first run finds none."""

    def __init__(self, client, secret_id):
        self.client = client
        self.secret_id = secret_id

    def read(self):
        try:
            answer = self.client.get_secret_value(SecretId=self.secret_id)
        except self.client.exceptions.ResourceNotFoundException:
            return {}
        return json.loads(answer["SecretString"])

    def write(self, state):
        self.client.put_secret_value(SecretId=self.secret_id, SecretString=json.dumps(state))


def rotate(journal, litellm, now, settings):
    """Does what is due at that time, in seconds."""
    state = journal.read()
    if "next" not in state and now - state.get("published", 0) >= settings.rotate_after:
        generation = state.get("generation", 0) + 1
        state["next"] = {
            "key": "sk-" + secrets.token_urlsafe(32),
            "alias": f"{settings.alias}-{generation}",
            "generation": generation,
        }
        journal.write(state)
    if "next" in state:
        state = publish(journal, litellm, now, settings, state)
    for old in list(state.get("retiring", [])):
        if now - old["since"] >= settings.overlap:
            litellm.delete(old["alias"])
            state["retiring"].remove(old)
            journal.write(state)
            say(f"deleted {old['alias']}")


def publish(journal, litellm, now, settings, state):
    new = state["next"]
    litellm.generate(new["key"], new["alias"], settings.models)
    if not litellm.accepts(new["key"]):
        raise SystemExit(
            f"LiteLLM does not accept the key of {new['alias']}. Some other key has that alias:"
            " delete it in LiteLLM, and the next run goes on. Workspaces keep the key they have."
        )
    retiring = list(state.get("retiring", []))
    if "alias" in state:
        retiring.append({"alias": state["alias"], "since": now})
    published = {
        KEY: new["key"],
        "alias": new["alias"],
        "generation": new["generation"],
        "published": now,
        "retiring": retiring,
    }
    journal.write(published)
    say(f"published {new['alias']}")
    return published


def say(what):
    print(what, flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--litellm", required=True, help="URL of LiteLLM")
    parser.add_argument("--secret", required=True, help="name of the secret")
    parser.add_argument("--region", required=True, help="Region of the secret")
    parser.add_argument("--alias", default="workspaces", help="aliases are ALIAS-GENERATION")
    parser.add_argument("--model", dest="models", action="append", default=[], help="all if none")
    parser.add_argument("--rotate-after", type=int, required=True, help="seconds")
    parser.add_argument("--overlap", type=int, required=True, help="seconds both keys live")
    parser.add_argument("--now", type=int, default=int(time.time()), help="seconds, for trials")
    return parser.parse_args()


def main():
    settings = arguments()
    import boto3  # here, so that --help needs nothing

    client = boto3.client("secretsmanager", region_name=settings.region)
    litellm = LiteLlm(settings.litellm, os.environ["LITELLM_MASTER_KEY"])
    rotate(Journal(client, settings.secret), litellm, settings.now, settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
