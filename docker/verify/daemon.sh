# An engine of this script's own, and its end.

docker() { command docker --host "unix://$work/docker.sock" "$@"; }

start_engine() {
  had_chain=$(iptables-save 2>/dev/null | grep -c '^:DOCKER' || true)
  had_bridge=$(ip -o link | grep -c " docker0:" || true)
  [ "$had_chain" != 0 ] || iptables-save >"$work/iptables" 2>/dev/null || true
  dockerd --host "unix://$work/docker.sock" --data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/dockerd.pid" \
    >"$work/dockerd.log" 2>&1 &
  engine=$!
  local tries=0
  until docker version >"$work/version" 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ] || ! kill -0 "$engine" 2>/dev/null; then
      tail -n 20 "$work/dockerd.log" >&2
      fail "no Docker engine runs in this environment: $(grep -E 'failed|level=(error|fatal)' "$work/dockerd.log" | tail -n 1)"
    fi
    sleep 0.1
  done
  export DOCKER_HOST=unix://$work/docker.sock
  say "engine $(docker version --format '{{.Server.Version}}') with $(docker info --format '{{.Driver}}')"
}

stop_engine() {
  [ -n "${engine:-}" ] || return 0
  local left
  left=$(docker ps -q 2>/dev/null || true)
  # shellcheck disable=SC2086 # one word a container
  [ -z "$left" ] || docker kill $left >/dev/null 2>&1 || true
  kill -TERM "$engine" 2>/dev/null || true
  for _ in $(seq 150); do kill -0 "$engine" 2>/dev/null || break; sleep 0.1; done
  kill -KILL "$engine" 2>/dev/null || true
  wait "$engine" 2>/dev/null || true
  awk -v under="$work/" 'index($2, under) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r -n 1 umount -l 2>/dev/null || true
  if [ "${had_chain:-1}" = 0 ]; then restore_rules || true; fi
  if [ "${had_bridge:-1}" = 0 ]; then ip link delete docker0 2>/dev/null || true; fi
}

# the end of one check
leave() {
  trap - EXIT
  if [ -n "${container:-}" ]; then
    if [ "$1" != 0 ]; then
      say "--- log of its container" >&2
      docker logs --tail 20 "$container" >&2 2>&1 || true
    fi
    docker rm -f "$container" >/dev/null 2>&1 || true
  fi
  if [ -n "${deployment:-}" ]; then
    say "--- log of $deployment" >&2
    compose "$deployment" logs --no-color --timestamps --tail 20 >&2 2>&1 || true
    down "$deployment" || true
  fi
  exit "$1"
}

restore_rules() {
  if [ -s "$work/iptables" ]; then
    iptables-restore <"$work/iptables"
  else
    # there were no tables at all
    iptables -P FORWARD ACCEPT
    for table in filter nat; do iptables -t "$table" -F && iptables -t "$table" -X; done
  fi
}

# the end of all
finish() {
  trap - EXIT
  stop_engine
  rm -rf "$work"
  exit "$1"
}
