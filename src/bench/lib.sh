# Shared by the benchmarks: a database and the application on one core, the load on another, rounds that alternate the
# product and its limit so that both meet the same machine. Everything listens on the loopback interface and ends with
# the script.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
work=${BENCH_WORK:-$top/target/bench}
core=${BENCH_CORE:-0} load_core=${BENCH_LOAD_CORE:-1}
warm_up=${BENCH_WARM_UP:-60} rounds=${BENCH_ROUNDS:-5} seconds=${BENCH_SECONDS:-10}
clients=${BENCH_CLIENTS:-32}
app_port=${BENCH_APP_PORT:-18080} pg_port=${BENCH_PG_PORT:-15432} nginx_port=18081
db="host=127.0.0.1 port=$pg_port user=postgres dbname=backmatter"
mkdir -p "$work"

java_home() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$candidate/bin/java" ] && "$candidate/bin/java" -version 2>&1 | grep -q 'version "25' && { echo "$candidate"; return; }
  done
  echo "No JDK 25 found; set JAVA_HOME." >&2; return 1
}

# PostgreSQL refuses to run as root outside of a user namespace
as_user() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }

# The same server that the application embeds
pg_binaries() {
  local jar="$work/pg-binaries"
  if [ ! -x "$jar/bin/postgres" ]; then
    mkdir -p "$jar"
    unzip -p "$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'embedded-postgres-binaries-linux-*-18*.jar' | head -1)" '*.txz' | tar -xJ -C "$jar"
  fi
  echo "$jar/bin"
}

pg_start() {
  local bin; bin=$(pg_binaries)
  rm -rf "$work/pg"; mkdir -p "$work/pg"
  as_user "$bin/initdb" -A trust -U postgres -E UTF8 --locale=C -D "$work/pg" >/dev/null
  as_user taskset -c "$core" "$bin/pg_ctl" -w -D "$work/pg" -l "$work/pg.log" \
    -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=100 -c shared_buffers=512MB -c max_wal_size=4GB" start >/dev/null
  on_exit pg_stop
  psql -q "${db/backmatter/postgres}" -c "create database backmatter"
}
pg_stop() { as_user "$(pg_binaries)/pg_ctl" -w -m fast -D "$work/pg" stop >/dev/null 2>&1 || true; }
sql() { psql -qAtX -v ON_ERROR_STOP=1 "$db" "$@"; }

# house_start: a fresh database with the example, 1,000 funnels and 100,000 contacts, and the application on it, started as
# the image starts it. Sets page (the measured opt-in page), workspace_id, checkout, product_id and bump_id (of its
# tripwire) and code (of the short link in the example's paperback).
house_start() {
  rm -rf "$work/data"
  pg_start
  if [ -z "${BENCH_SKIP_BUILD:-}" ] || [ ! -s "$work/app/backmatter.aot" ]; then
    app_build
    app_train
  fi
  app_start
  curl -fsS -o /dev/null "http://127.0.0.1:$app_port/set-up" -d withExample=true -d currency=USD -d timeZone=UTC \
    -d name=Ada -d email=ada@example.org -d "password=correct horse battery" -d "workspaceName=Ada Quill"
  local slug=the-checklist-for-your-last-pages
  until [ "$(sql -c "select count(revision_id) from funnels")" = 2 ]; do sleep 0.2; done
  sql -v repeat=4 -f "$here/seed.sql"
  app_stop; app_start
  page="http://127.0.0.1:$app_port/p/ada-quill/$slug"
  workspace_id=$(sql -c "select id from workspaces")
  local revision="from funnels f join funnel_revisions r on r.id = f.revision_id where f.slug = '$slug'"
  consent=$(sql -c "select r.content #>> '{funnel,steps,0,consent}' $revision")
  checkout=$(sql -c "select r.content #>> '{funnel,steps,1,id}' $revision")
  product_id=$(sql -c "select r.content #>> '{funnel,steps,1,product}' $revision")
  bump_id=$(sql -c "select r.content #>> '{funnel,steps,1,bump,product}' $revision")
  code=$(sql -c "select code from short_links where target like '%$slug' limit 1")
}

exits=()
on_exit() { exits=("$@" "${exits[@]}"); trap 'for step in "${exits[@]}"; do $step; done' EXIT; }

# The application as the image runs it: extracted, with its AOT cache
app_build() {
  [ -n "${BENCH_SKIP_BUILD:-}" ] || (cd "$top" && JAVA_HOME=$(java_home) ./mvnw -q -Pimage -Dmaven.test.skip=true package)
  rm -rf "$work/app"; "$(java_home)/bin/java" -Djarmode=tools -jar "$top/target/backmatter.jar" extract --destination "$work/app" >/dev/null
}
app_train() {
  cp "$top/src/main/docker/jvm.options" "$work/app"
  (cd "$work/app" && JAVA="$(java_home)/bin/java" as_user bash "$top/src/main/docker/train.sh" "$(dirname "$(pg_binaries)")") >"$work/train.log" 2>&1 ||
    { tail -20 "$work/train.log" >&2; return 1; }
}
app_exec() {
  exec env MALLOC_ARENA_MAX=2 SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$pg_port/backmatter?user=postgres" BACKMATTER_DATA="$work/data" \
    SERVER_PORT=$app_port SERVER_ADDRESS=127.0.0.1 BACKMATTER_PUBLIC_URL="http://127.0.0.1:$app_port" \
    BACKMATTER_SIGN_UPS_PER_NETWORK=0 "$@"
}
# app_start [PAGE]: returns when that page comes, or else when all of the application is up, jobs included
app_start() {
  (cd "$work/app" && app_exec taskset -c "$core" "$(java_home)/bin/java" @jvm.options -XX:AOTCache=backmatter.aot -jar backmatter.jar) >"$work/app.log" 2>&1 &
  app_pid=$!
  on_exit app_stop
  wait_for "${1:-http://127.0.0.1:$app_port/actuator/health}"
}
app_pid=
app_stop() { [ -z "$app_pid" ] || { kill "$app_pid" 2>/dev/null && wait "$app_pid" 2>/dev/null || true; app_pid=; }; }
wait_for() { for _ in $(seq 1 600); do curl -fsS -o /dev/null "$1" 2>/dev/null && return; sleep 0.1; done; echo "No answer from $1" >&2; tail -20 "$work/app.log" >&2; return 1; }

# median, min and max of the numbers on standard input
spread() { sort -n | awk '{a[NR]=$1} END {m=(NR%2)?a[(NR+1)/2]:(a[NR/2]+a[NR/2+1])/2; printf "%.0f (%.0f-%.0f)", m, a[1], a[NR]}'; }
median() { sort -n | awk '{a[NR]=$1} END {print (NR%2)?a[(NR+1)/2]:(a[NR/2]+a[NR/2+1])/2}'; }

# interleave PRODUCT LIMIT NAME: both are functions that print one rate for a number of seconds
interleave() {
  "$1" "$warm_up" >/dev/null; "$2" "$((warm_up / 4 + 1))" >/dev/null
  : >"$work/product.rates"; : >"$work/limit.rates"; : >"$work/ratios"
  local round a b
  for round in $(seq "$rounds"); do
    a=$("$1" "$seconds"); b=$("$2" "$seconds")
    echo "$a" >>"$work/product.rates"; echo "$b" >>"$work/limit.rates"
    awk -v a="$a" -v b="$b" 'BEGIN {printf "%.3f\n", a / b}' >>"$work/ratios"
    echo "round $round: $a/s against $b/s" >&2
  done
  printf '| %s | %s | %s | %s (%s-%s) |\n' "$3" "$(spread <"$work/product.rates")" "$(spread <"$work/limit.rates")" \
    "$(median <"$work/ratios")" "$(sort -n "$work/ratios" | head -1)" "$(sort -n "$work/ratios" | tail -1)"
}

wrk_rate() { taskset -c "$load_core" wrk -t1 -c"$clients" -d"$1"s "${@:2}" | awk '/Requests\/sec/ {print $2} /Non-2xx|Socket errors/ {print > "/dev/stderr"}'; }
pgbench_rate() { PGHOST=127.0.0.1 PGPORT=$pg_port PGUSER=postgres taskset -c "$load_core" pgbench -n -M prepared -c "$clients" -j 1 -T "$1" "${@:2}" backmatter 2>"$work/pgbench.log" | awk '/^tps/ {print $3}' || { tail -5 "$work/pgbench.log" >&2; return 1; }; }
