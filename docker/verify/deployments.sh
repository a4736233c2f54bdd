# The three deployments of docker/README.md, each brought up by its compose file as it stands.

# compose FILE ARGUMENT...
compose() {
  local file=$1
  shift
  if [ -z "${composer:-}" ]; then
    if docker compose version >/dev/null 2>&1; then
      composer=v2
    else
      install_missing docker-compose:docker-compose
      composer=v1
    fi
  fi
  local options=(-p "venicesim-verify-${file%.yaml}" -f "$context/docker/$file")
  options[1]=${options[1]//./-}
  if [ "$composer" = v2 ]; then docker compose "${options[@]}" "$@"; else docker-compose "${options[@]}" "$@"; fi
}

# up FILE [SERVICE...]: sets url to the address that the file publishes; until down its log is shown if the check fails
up() {
  deployment=$1
  # a number and no 0: the public URL of a deployment names it
  export VENICE_SIM_VERSION=$version VENICE_SIM_PUBLISH=$((12000 + RANDOM % 18000))
  compose "$1" up --no-build -d "${@:2}" >"$work/compose.log" 2>&1 || { cat "$work/compose.log" >&2; fail "$1: up ended with $?"; }
  url=http://127.0.0.1:$VENICE_SIM_PUBLISH
}

# becomes WHAT STATUS PATH: waits until a GET of the path is answered so
becomes() {
  local seen tries=0
  until seen=$(curl -s -o /dev/null -m 10 -w '%{http_code}' "$url$3"); [ "$seen" = "$2" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 240 ] || fail "$file: $1: GET $3 is $seen and not $2 after 60 s"
    sleep 0.25
  done
}

# queue KEY: the id of a new job
queue() {
  local answer
  answer=$(curl -s -w '\n%{http_code}' -H "Authorization: Bearer $1" -H 'Content-Type: application/json' "$url/api/v1/video/queue" \
    -d '{"model":"wan-2.6-text-to-video","prompt":"a","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}')
  expect "status of queue ($answer)" 200 "${answer##*$'\n'}"
  field queue_id <<<"$answer"
}

# status KEY QUEUE_ID: the status code of a retrieve
status() {
  curl -s -o "$work/status" -w '%{http_code}' -H "Authorization: Bearer $1" -H 'Content-Type: application/json' "$url/api/v1/video/retrieve" \
    -d '{"model":"wan-2.6-text-to-video","queue_id":"'"$2"'"}'
}

# answers REPLICA QUEUE_ID: polls the job by the balancer until the replica's own log has one of the polls
answers() {
  local tries=0
  # not by a pipe into grep -q, which closes it at the first match: what writes into it would then fail
  until [[ $(compose "$file" logs --no-color "$1" 2>&1) == *'POST /api/v1/video/retrieve'* ]]; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || fail "$file: $1 answered none of $tries polls"
    expect "status of the job, poll $tries" 200 "$(status key-1 "$2")"
    sleep 0.25
  done
}

down() {
  deployment=
  compose "$1" down -v >/dev/null 2>&1
}

check_12_compose_memory() {
  VENICE_SIM_VERSION=$version VENICE_SIM_PUBLISH=0 compose compose.yaml up --no-build --exit-code-from client >"$work/compose.log" 2>&1 ||
    { cat "$work/compose.log" >&2; fail "compose.yaml: the client did not end with 0"; }
  down compose.yaml
  ok "compose.yaml: client$(grep -a 'client.*saved' "$work/compose.log" | sed 's/^[^|]*|//')"
}

check_16_compose_file() {
  local file=compose.file.yaml job
  up "$file"
  becomes "ready" 200 /__sim/ready
  job=$(queue key-1)
  compose "$file" kill -s SIGKILL simulator >/dev/null 2>&1
  compose "$file" up --no-build -d >/dev/null 2>&1
  becomes "ready after SIGKILL" 200 /__sim/ready
  expect "the job after SIGKILL" 200 "$(status key-1 "$job")"
  compose "$file" down >/dev/null 2>&1
  compose "$file" up --no-build -d >/dev/null 2>&1
  becomes "ready in a new container" 200 /__sim/ready
  expect "the job in a new container over the same volume" 200 "$(status key-1 "$job")"
  down "$file"
  ok "$file: SIGKILL and a new container lose no job"
}

# What the registry's nginx and postgres do with the settings that the file gives, by Debian's packages of both
make_services() {
  local fs=$work/services from=$SECONDS
  mkdir "$fs"
  tar -C "$fs" -xf "$base"
  # nothing starts while it is installed, and no cluster is made
  printf '#!/bin/sh\nexit 101\n' >"$fs/usr/sbin/policy-rc.d"
  chmod 755 "$fs/usr/sbin/policy-rc.d"
  mkdir -p "$fs/etc/postgresql-common"
  echo 'create_main_cluster = false' >"$fs/etc/postgresql-common/createcluster.conf"
  cp -L /etc/resolv.conf "$fs/etc/resolv.conf"
  mount -t proc proc "$fs/proc"
  local code=0
  (export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 && chroot "$fs" apt-get update -qq &&
    chroot "$fs" apt-get install -y -qq --no-install-recommends nginx-light postgresql) >"$work/services.log" 2>&1 || code=$?
  umount "$fs/proc"
  [ "$code" = 0 ] || { tail -n 20 "$work/services.log" >&2; fail "nginx and PostgreSQL could not be installed"; }
  cp "$root/docker/verify/postgres-entrypoint.sh" "$fs/usr/local/bin/"
  tar -C "$fs" -cf "$work/services.tar" .
  rm -rf "$fs"
  local bin
  bin=$(tar -tf "$work/services.tar" | sed -n 's,^\.\(/usr/lib/postgresql/[0-9]*/bin\)/initdb$,\1,p')
  docker import --change 'CMD ["nginx","-g","daemon off;"]' "$work/services.tar" verify-nginx >/dev/null
  printf 'FROM verify-nginx\nSTOPSIGNAL SIGINT\nENV PATH=%s:/usr/sbin:/usr/bin:/sbin:/bin\nENTRYPOINT ["postgres-entrypoint.sh"]\nCMD ["postgres"]\n' \
    "$bin:/usr/local/bin" | docker build -q -t verify-postgres - >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; fail "verify-postgres"; }
  rm -f "$work/services.tar"
  say "nginx and PostgreSQL in $((SECONDS - from)) s"
}

check_17_compose_postgres() {
  local file=compose.postgres.yaml job other replica tries
  make_services
  export BALANCER_IMAGE=verify-nginx POSTGRES_IMAGE=verify-postgres POSTGRES_PASSWORD=gondola VENICE_SIM_ADMIN_TOKEN=sesame
  up "$file"
  becomes "ready" 200 /__sim/ready
  job=$(queue key-1)
  # ready is whichever started first, and the balancer leaves the other alone for two seconds after a refusal
  for replica in simulator-1 simulator-2; do answers "$replica" "$job"; done
  compose "$file" kill -s SIGKILL simulator-1 >/dev/null 2>&1
  for tries in 1 2 3 4; do expect "status with one replica killed, poll $tries" 200 "$(status key-1 "$job")"; done
  other=$(queue key-1)
  compose "$file" up --no-build -d >/dev/null 2>&1
  becomes "ready with both again" 200 /__sim/ready
  compose "$file" kill -s SIGKILL simulator-2 >/dev/null 2>&1
  becomes "ready by the other" 200 /__sim/ready
  expect "a job queued while it was away" 200 "$(status key-1 "$other")"
  compose "$file" stop postgres >/dev/null 2>&1
  becomes "without its database" 503 /__sim/ready
  expect "alive without its database" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$url/__sim/health")"
  expect "a request without its database" 503 "$(status key-1 "$job")"
  compose "$file" start postgres >/dev/null 2>&1
  becomes "ready with its database again" 200 /__sim/ready
  expect "the job with its database again" 200 "$(status key-1 "$job")"
  down "$file"
  ok "$file: replicas answer in turn, either may be killed, without the database 503, and no job is lost"
}
