#!/bin/sh
set -eu
curl -fsS -X POST "$URL/key/delete" -d "{\"key_aliases\":[\"$OLD\"]}"
curl -fsS -X POST "$URL/key/generate" -d "{\"key_alias\":\"$NEW\"}"
