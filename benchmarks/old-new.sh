#!/usr/bin/env bash
# Runs benchmarks on the engine of two commits side by side: forks take turns, so that both meet
# the same machine, and the median of each is told with what the new one takes of the old one.
#
#   benchmarks/old-new.sh OLD NEW [FORKS] [JMH OPTIONS...]
#
# OLD and NEW are commits, or directories (jars) of compiled engine classes. Needs
# benchmarks/target/benchmarks.jar (mvn package), whose libraries both use.
#
#   benchmarks/old-new.sh 938551f HEAD 5 PlainTypesBenchmark
set -euo pipefail
cd "$(git -C "$(dirname "$0")" rev-parse --show-toplevel)"
[ $# -ge 2 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2; }
old=$1 new=$2 forks=${3:-5}
shift $(($# > 3 ? 3 : $#))
[ $# -gt 0 ] || set -- PlainTypesBenchmark
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=benchmarks/target/benchmarks.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

. benchmarks/engine-of.sh
oldClasses=$(engine "$old" old)
newClasses=$(engine "$new" new)
for fork in $(seq "$forks"); do
  for which in old new; do
    classes=$oldClasses
    [ $which = old ] || classes=$newClasses
    echo "fork $fork of $forks: $which" >&2
    # The classes before the jar, which has an engine of its own.
    "$java" -cp "$classes:$jar" org.openjdk.jmh.Main "$@" \
      -f 1 -v SILENT -rf csv -rff "$work/$which-$fork.csv" >&2
  done
done

median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
printf '%-70s %12s %12s %8s\n' benchmark old new new/old
cut -d, -f1 "$work/old-1.csv" | tail -n +2 | sort -u | while read -r name; do
  o=$(grep -hF "$name" "$work"/old-*.csv | cut -d, -f5 | median)
  n=$(grep -hF "$name" "$work"/new-*.csv | cut -d, -f5 | median)
  awk -v b="${name//\"/}" -v o="$o" -v n="$n" 'BEGIN {printf "%-70s %12.1f %12.1f %8.3f\n", b, o, n, n / o}'
done
