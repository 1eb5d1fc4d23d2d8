#!/bin/sh
# Terraform runs this when a release goes: uninstalls it and waits until what it made is gone, so
# that whatever it stands on can go next.
# What it uninstalls stands in the environment: REGION CLUSTER NAME NAMESPACE TIMEOUT (seconds).
set -eu

umask 077
mkdir -p .atoll
credentials=$(mktemp -d .atoll/release.XXXXXX)
trap 'rm -rf "$credentials"' EXIT
KUBECONFIG=$PWD/$credentials/kubeconfig
export KUBECONFIG
if ! aws eks update-kubeconfig --region "$REGION" --name "$CLUSTER" \
  --kubeconfig "$KUBECONFIG" >/dev/null 2>"$credentials/refused"; then
  cat "$credentials/refused" >&2
  # What was in a cluster is gone with it.
  grep -q ResourceNotFoundException "$credentials/refused"
  exit
fi
helm uninstall "$NAME" --namespace "$NAMESPACE" --ignore-not-found --wait --timeout "${TIMEOUT}s" >/dev/null
echo "$NAME is gone from $CLUSTER"
