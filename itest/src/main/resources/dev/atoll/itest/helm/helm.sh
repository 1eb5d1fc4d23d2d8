#!/bin/sh
# Plays chart repositories. With ATOLL_CHARTS set, a published chart (--repo URL NAME, oci://…/NAME)
# that has a stand-in in that folder is taken from there, in the version that is asked for; whatever
# else helm is asked goes on unchanged, and without ATOLL_CHARTS everything does.
set -eu
helm='@HELM@'

if [ -z "${ATOLL_CHARTS:-}" ]; then
  exec "$helm" "$@"
fi

# The chart is the last word that is neither an option nor an option's value.
repository=
version=
chart=
at=0
place=0
before=
for word in "$@"; do
  at=$((at + 1))
  case $before in
    --repo) repository=$word ;;
    --version) version=$word ;;
    -n | -f | -o | --namespace | --timeout | --values | --output | --description | \
      --set | --set-string | --set-json | --set-file | --kubeconfig | --kube-context) ;;
    *)
      case $word in
        -*) ;;
        *)
          chart=$word
          place=$at
          ;;
      esac
      ;;
  esac
  before=$word
done
case $chart in
  oci://*) name=${chart##*/} ;;
  *) name=${repository:+$chart} ;;
esac
if [ -z "$name" ] || [ ! -d "$ATOLL_CHARTS/$name" ]; then
  exec "$helm" "$@"
fi

played=$(mktemp -d)
trap 'rm -rf "$played"' EXIT
cp -R "$ATOLL_CHARTS/$name" "$played/$name"
if [ -n "$version" ]; then
  sed "s/^version:.*/version: $version/" "$ATOLL_CHARTS/$name/Chart.yaml" >"$played/$name/Chart.yaml"
fi
echo "Stand-in for the chart $name${version:+ $version}" >&2

# The same words, with a folder for the chart, and without repository and version.
before=
at=0
left=$#
while [ "$at" -lt "$left" ]; do
  at=$((at + 1))
  word=$1
  shift
  case $before in
    --repo | --version) ;;
    *)
      case $word in
        --repo | --version) ;;
        *)
          if [ "$at" -eq "$place" ]; then
            set -- "$@" "$played/$name"
          else
            set -- "$@" "$word"
          fi
          ;;
      esac
      ;;
  esac
  before=$word
done
"$helm" "$@"
