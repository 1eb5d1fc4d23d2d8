#!/usr/bin/env bash
# Measures the command line side by side, in turns, so that a busy machine disturbs all alike.
# Prints the median of wall clock and CPU seconds of the whole process tree, and ratios to the first.
set -euo pipefail
cd "$(dirname "$0")/../../.."

rounds=${ROUNDS:-5}
jar=conformance/target/atoll.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

names=("practices (the JVM's start)" "validate, 2 Regions" "validate, 33 Regions" "synth, 2 Regions" "synth, 33 Regions")
commands=(
  "practices"
  "validate"
  "validate --topology dev.atoll.stacks.examples.EveryRegion"
  "synth --no-init --state local --directory $work/two"
  "synth --no-init --state local --directory $work/all --topology dev.atoll.stacks.examples.EveryRegion"
)

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

echo "$rounds rounds on $(nproc) cores, load before: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
TIMEFORMAT='%R %U %S'
for ((round = 1; round <= rounds; round++)); do
  for i in "${!commands[@]}"; do
    # shellcheck disable=SC2086
    { time java -jar "$jar" ${commands[$i]} > "$work/out" 2> "$work/err"; } 2> "$work/time" || { cat "$work/err"; exit 1; }
    awk '{ print $1 }' "$work/time" >> "$work/wall.$i"
    awk '{ print $2 + $3 }' "$work/time" >> "$work/cpu.$i"
  done
done

printf '%-32s %10s %10s %8s\n' '' 'wall s' 'CPU s' 'ratio'
base=$(median < "$work/cpu.0")
for i in "${!commands[@]}"; do
  cpu=$(median < "$work/cpu.$i")
  printf '%-32s %10.2f %10.2f %8.1f\n' "${names[$i]}" "$(median < "$work/wall.$i")" "$cpu" \
    "$(awk -v a="$cpu" -v b="$base" 'BEGIN { print a / b }')"
done
