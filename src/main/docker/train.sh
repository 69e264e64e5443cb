#!/usr/bin/env bash
# train.sh POSTGRES_HOME: starts the application in this folder once on a throw-away database, asks for its first pages and
# leaves what was loaded in backmatter.aot.
set -euo pipefail
postgres=$1
work=$(mktemp -d)
trap '"$postgres/bin/pg_ctl" -D "$work/db" -m immediate stop >/dev/null; rm -rf "$work"' EXIT

"$postgres/bin/initdb" -D "$work/db" -U backmatter -A trust -E UTF8 --no-sync >/dev/null
"$postgres/bin/pg_ctl" -D "$work/db" -w -l "$work/db.log" \
    -o "-c listen_addresses=127.0.0.1 -c port=55432 -c unix_socket_directories= -c fsync=off" start >/dev/null

ask() {
    exec 3<>/dev/tcp/127.0.0.1/58080 && printf "$@" >&3 && cat <&3
}
get() {
    ask 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" | grep '^HTTP/1.1 200' >/dev/null
}
post() {
    ask 'POST %s HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s' \
        "$1" "${#2}" "$2" >/dev/null
}
patiently() {
    until "$@" 2>/dev/null; do
        kill -0 "$application"
        sleep 0.5
    done
}

# what the second compiler took on here it would take on again in the midst of each start
unhurried=(-XX:Tier4InvocationThreshold=2000000 -XX:Tier4MinInvocationThreshold=2000000
    -XX:Tier4CompileThreshold=4000000 -XX:Tier4BackEdgeThreshold=40000000)
SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:55432/postgres" \
SPRING_DATASOURCE_USERNAME=backmatter \
BACKMATTER_DATA="$work/data" \
SERVER_PORT=58080 \
    "${JAVA:-java}" @jvm.options "${unhurried[@]}" -XX:AOTCacheOutput=backmatter.aot -jar backmatter.jar &
application=$!
patiently get /set-up
patiently get /actuator/health
# what is asked of a started application first: a reader's page
post /set-up 'name=A&email=a%40example.org&password=correct+horse+battery&workspaceName=A&currency=USD&timeZone=UTC&withExample=true'
patiently get /p/a/the-checklist-for-your-last-pages
get /sign-in
kill "$application"
wait "$application" || [ $? = 143 ]
