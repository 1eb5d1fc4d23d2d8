#!/bin/sh
# Terraform runs this for a release: installs it, or upgrades it in place.
# What it installs stands in the environment: REGION CLUSTER NAME NAMESPACE REPOSITORY CHART
# VERSION TIMEOUT (seconds) VALUES (YAML or JSON).
set -eu

for program in aws helm; do
  command -v "$program" >/dev/null || {
    echo "There is no $program on the PATH. Terraform installs $NAME with it: install it, or" \
      "synthesize with --releases provider." >&2
    exit 1
  }
done

# Credentials of one run, for nobody else and not for long.
umask 077
mkdir -p .atoll
credentials=$(mktemp -d .atoll/release.XXXXXX)
trap 'rm -rf "$credentials"' EXIT
KUBECONFIG=$PWD/$credentials/kubeconfig
export KUBECONFIG
aws eks update-kubeconfig --region "$REGION" --name "$CLUSTER" --kubeconfig "$KUBECONFIG" >/dev/null

set -- "$NAME" "$CHART" --version "$VERSION" --namespace "$NAMESPACE" --create-namespace
if [ -n "$REPOSITORY" ]; then
  set -- "$@" --repo "$REPOSITORY"
fi
printf '%s' "$VALUES" |
  helm upgrade --install "$@" --wait --wait-for-jobs --timeout "${TIMEOUT}s" --values - >/dev/null
echo "$NAME is in $CLUSTER, chart version $VERSION"
