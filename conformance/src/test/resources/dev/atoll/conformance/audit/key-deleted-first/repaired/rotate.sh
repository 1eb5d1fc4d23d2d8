#!/bin/sh
set -eu
curl -fsS -X POST "$URL/key/generate" -d "{\"key_alias\":\"$NEW\"}"
sleep "$OVERLAP"
curl -fsS -X POST "$URL/key/delete" -d "{\"key_aliases\":[\"$OLD\"]}"
