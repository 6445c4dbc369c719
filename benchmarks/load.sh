#!/usr/bin/env bash
# Puts the bench servers of two commits under load, in turns, and tells the median of the answers a
# second of each, and what each allocates for a request.
#
#   benchmarks/load.sh OLD NEW [ROUNDS] [REQUESTS]
#
# OLD and NEW are commits, or directories of compiled classes of engine and bench server. Needs
# benchmarks/target/benchmarks.jar (mvn package), whose libraries both use. MODES and ENDPOINTS say
# what is asked for; virtual threads need a JAVA_HOME of Java 21 or later.
#
#   MODES="event-loop virtual" ENDPOINTS="hello orders" benchmarks/load.sh 938551f HEAD 5
set -euo pipefail
cd "$(git -C "$(dirname "$0")" rev-parse --show-toplevel)"
[ $# -ge 2 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2; }
rounds=${3:-5} requests=${4:-200000} port=${PORT:-3917}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=benchmarks/target/benchmarks.jar
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
. benchmarks/engine-of.sh

served() { # a commit or a directory, and its name; the engine with the bench server of that commit
  local found
  found=$(engine "$@")
  if [ ! -e "$1" ]; then
    local sources=$work/bench-$2
    mkdir -p "$sources"
    git archive "$1" benchmarks/src/main/java/dev/fastjava/benchmarks | tar -x -C "$sources"
    "${java}c" -nowarn -proc:none --release 17 -d "$found" -cp "$found:$jar" \
      "$sources"/benchmarks/src/main/java/dev/fastjava/benchmarks/Bench*.java
  fi
  echo "$found"
}

declare -A classes=([old]=$(served "$1" old) [new]=$(served "$2" new))

start() { # which mode
  # Each collection tells what has been allocated since the one before.
  "$java" -XX:+UseSerialGC -Xms256m -Xmx256m -Xmn4m -Xlog:gc+heap:file="$work/gc" \
    -cp "${classes[$1]}:$jar" dev.fastjava.benchmarks.BenchServer "$port" "--mode=$2" > "$work/server" &
  server=$!
  for _ in $(seq 100); do
    grep -q ' at ' "$work/server" && return
    sleep 0.1
  done
  echo "the server does not start" >&2
  exit 1
}

ask() { "$java" -XX:+UseSerialGC -cp "${CLIENT:-$jar}" dev.fastjava.benchmarks.LoadClient "$port" "$@"; }

allocated() { # bytes that were taken between collections, as far as the log goes
  sed -n 's/.*DefNew: \([0-9]*\)K([0-9]*K)->\([0-9]*\)K.*/\1 \2/p' "$work/gc" \
    | awk '{total += $1 - last; last = $2} END {printf "%.0f", total * 1024}'
}

median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
printf '%-12s %-8s %12s %12s %8s %12s %12s\n' mode request old/s new/s new/old 'old bytes' 'new bytes'
for mode in ${MODES:-event-loop}; do
  for endpoint in ${ENDPOINTS:-hello orders}; do
    for round in $(seq "$rounds"); do
      for which in old new; do
        start $which "$mode"
        ask "$endpoint" "$requests" > /dev/null
        before=$(allocated)
        ask "$endpoint" "$requests" >> "$work/$mode-$endpoint-$which"
        awk -v a="$(allocated)" -v b="$before" -v n="$requests" 'BEGIN {print (a - b) / n}' >> "$work/$mode-$endpoint-$which-bytes"
        kill "$server"
        wait "$server" 2> /dev/null || true
        server=
      done
    done
    results=$work/$mode-$endpoint
    o=$(median < "$results-old") n=$(median < "$results-new")
    awk -v m="$mode" -v e="$endpoint" -v o="$o" -v n="$n" -v a="$(median < "$results-old-bytes")" \
      -v b="$(median < "$results-new-bytes")" \
      'BEGIN {printf "%-12s %-8s %12.0f %12.0f %8.3f %12.0f %12.0f\n", m, e, o, n, n / o, a, b}'
  done
done
