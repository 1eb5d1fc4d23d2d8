#!/usr/bin/env bash
# Measures audit: plans of 1,000 and 10,000 resources (linear: ten times as many, at most ten times
# as long), and with ESTATE=FOLDER somebody's Terraform, beside checkov where that is installed.
set -euo pipefail
cd "$(dirname "$0")/../../.."

rounds=${ROUNDS:-5}
jar=$PWD/conformance/target/atoll.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A plan with that many resources: VPCs, and security groups with a rule each.
plan() {
  awk -v n="$1" 'BEGIN {
    printf "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"planned_values\":{\"root_module\":{\"resources\":["
    for (i = 0; i < n; i++) {
      kind = i % 3 == 0 ? "aws_vpc" : i % 3 == 1 ? "aws_security_group" : "aws_vpc_security_group_ingress_rule"
      values = i % 3 == 0 ? "\"id\":\"vpc-" sprintf("%08x", i) "\",\"cidr_block\":\"10." int(i / 3) % 250 ".0.0/16\"" \
             : i % 3 == 1 ? "\"id\":\"sg-" sprintf("%08x", i) "\",\"name\":\"g" i "\",\"vpc_id\":\"vpc-" sprintf("%08x", i - 1) "\"" \
             : "\"security_group_id\":\"sg-" sprintf("%08x", i - 1) "\",\"cidr_ipv4\":\"10.0.0.0/16\",\"ip_protocol\":\"tcp\",\"from_port\":443,\"to_port\":443"
      printf "%s{\"address\":\"%s.r%d\",\"mode\":\"managed\",\"type\":\"%s\",\"name\":\"r%d\",\"values\":{%s}}", i ? "," : "", kind, i, kind, i, values
    }
    print "]}},\"configuration\":{\"root_module\":{}}}"
  }'
}
plan 1000 > "$work/1000.json"
plan 10000 > "$work/10000.json"

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

measure() {
  local name=$1
  shift
  TIMEFORMAT='%R %U %S'
  : > "$work/wall"
  : > "$work/cpu"
  for ((round = 1; round <= rounds; round++)); do
    # Findings end with 1, which is no failure of the measurement.
    { time { "$@" > "$work/out" 2> "$work/err" || [ $? -eq 1 ]; }; } 2> "$work/time" || { cat "$work/err"; exit 1; }
    awk '{ print $1 }' "$work/time" >> "$work/wall"
    awk '{ print $2 + $3 }' "$work/time" >> "$work/cpu"
  done
  printf '%-40s %8.2f %8.2f\n' "$name" "$(median < "$work/wall")" "$(median < "$work/cpu")"
}

echo "$rounds rounds on $(nproc) cores, load before: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
printf '%-40s %8s %8s\n' '' 'wall s' 'CPU s'
measure 'audit, plan of 1,000 resources' java -jar "$jar" audit "$work/1000.json"
measure 'audit, plan of 10,000 resources' java -jar "$jar" audit "$work/10000.json"
if [ -n "${ESTATE:-}" ]; then
  measure "audit $ESTATE" java -jar "$jar" audit "$ESTATE"
  if command -v checkov > /dev/null; then
    rounds=1 measure "checkov $ESTATE" checkov --quiet --compact -d "$ESTATE"
  fi
fi
