#!/usr/bin/env bash
# train.sh POSTGRES_HOME: starts the application in this folder once on a throw-away database and leaves backmatter.aot.
set -euo pipefail
postgres=$1
work=$(mktemp -d)
trap '"$postgres/bin/pg_ctl" -D "$work/db" -m immediate stop >/dev/null; rm -rf "$work"' EXIT

"$postgres/bin/initdb" -D "$work/db" -U backmatter -A trust -E UTF8 --no-sync >/dev/null
"$postgres/bin/pg_ctl" -D "$work/db" -w -l "$work/db.log" \
    -o "-c listen_addresses=127.0.0.1 -c port=55432 -c unix_socket_directories= -c fsync=off" start >/dev/null

SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:55432/postgres" \
SPRING_DATASOURCE_USERNAME=backmatter \
BACKMATTER_DATA="$work/data" \
    java @jvm.options -XX:AOTCacheOutput=backmatter.aot -Dspring.context.exit=onRefresh -jar backmatter.jar
