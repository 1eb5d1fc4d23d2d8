#!/usr/bin/env bash
# Measures audit, the start of the JVM included: plans of 1,000, 10,000 and 50,000 resources (linear:
# ten times as many, at most ten times as long), and with ESTATE=FOLDER somebody's Terraform, such as
# infra/aws of github.com/coder/ai.coder.com, beside checkov where that is installed.
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
sizes=(1000 10000 50000)
for size in "${sizes[@]}"; do
  plan "$size" > "$work/$size.json"
done

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# Wall and CPU seconds, and the most memory; GNU time alone tells the last.
timed() {
  if [ -n "$(type -P time)" ]; then
    "$(type -P time)" -q -f '%e %U %S %M' -o "$work/time" "$@"
  else
    TIMEFORMAT='%R %U %S 0'
    { time "$@" 2>&3; } 3>&2 2> "$work/time"
  fi
}

measure() {
  local name=$1
  shift
  rm -f "$work/runs"
  for ((round = 1; round <= rounds; round++)); do
    # Findings end with 1, which is no failure of the measurement.
    timed "$@" > "$work/out" 2> "$work/err" || [ $? -eq 1 ] || { cat "$work/err"; exit 1; }
    cat "$work/time" >> "$work/runs"
  done
  printf '%-40s %8.2f %8.2f %8.0f\n' "$name" \
    "$(awk '{ print $1 }' "$work/runs" | median)" \
    "$(awk '{ print $2 + $3 }' "$work/runs" | median)" \
    "$(awk '{ print $4 / 1024 }' "$work/runs" | median)"
}

echo "$rounds rounds on $(nproc) cores, load before: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
printf '%-40s %8s %8s %8s\n' 'medians' 'wall s' 'CPU s' 'MiB'
for size in "${sizes[@]}"; do
  measure "audit, plan of $size resources" java -jar "$jar" audit "$work/$size.json"
done
if [ -n "${ESTATE:-}" ]; then
  measure "audit $ESTATE" java -jar "$jar" audit "$ESTATE"
  if command -v checkov > /dev/null; then
    rounds=1 measure "checkov $ESTATE" checkov --quiet --compact -d "$ESTATE"
  fi
fi
