# The checks, run in the order of their names. Each starts what it needs and leaves nothing running.

# as a careful operator runs it
HARD=(--read-only --memory 256m --cap-drop ALL --security-opt no-new-privileges)

build() {
  docker build -q -f "$context/docker/Dockerfile" --build-arg BUILD_IMAGE=verify-jdk --build-arg JAR=target/venice-sim.jar \
    --build-arg VERSION="$version" "$@" "$context" >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; fail "docker build $*"; }
}

# run [OPTION...] [-- COMMAND...]: sets container, and url once it answers
run() {
  local options=() command=()
  while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
  [ $# = 0 ] || { shift; command=("$@"); }
  container=$(docker run -d -p 127.0.0.1::8080 "${HARD[@]}" "${options[@]}" "$IMAGE:$version" "${command[@]}")
  url=http://$(docker port "$container" 8080 | head -n 1)
  curl -s -o /dev/null --retry 100 --retry-delay 0 --retry-all-errors --retry-max-time 20 "$url/__sim/health" 2>/dev/null ||
    fail "$url does not answer within 20 s"
}

end() { docker rm -f "$container" >/dev/null; container=; }

wait_healthy() {
  local state tries=0
  until state=$(docker inspect -f '{{.State.Health.Status}}' "$container"); [ "$state" = healthy ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 150 ] || fail "health is '$state', not 'healthy': $(docker inspect -f '{{json .State.Health.Log}}' "$container")"
    sleep 0.2
  done
}

post() { curl -s -w '\n%{http_code}' -H 'Authorization: Bearer any-key' -H 'Content-Type: application/json' "$url$1" -d "$2"; }

check_01_build() {
  local from=$SECONDS
  tar -C "$(dirname "$jdk")" -hcf - --transform "s,^$(basename "$jdk"),opt/java-jdk," "$(basename "$jdk")" >"$work/jdk.tar"
  docker import -q "$base" verify-debian >/dev/null 2>&1 || docker import "$base" verify-debian >/dev/null
  mkdir "$work/jdk-image"
  mv "$work/jdk.tar" "$work/jdk-image/"
  printf 'FROM verify-debian\nADD jdk.tar /\nENV PATH=/opt/java-jdk/bin:/usr/sbin:/usr/bin:/sbin:/bin\n' >"$work/jdk-image/Dockerfile"
  docker build -q -t verify-jdk "$work/jdk-image" >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; fail "the base image"; }
  rm -rf "$work/jdk-image"
  say "base images in $((SECONDS - from)) s"
  from=$SECONDS
  build -t "$IMAGE:$version"
  ok "docker/Dockerfile builds $IMAGE:$version in $((SECONDS - from)) s"
}

check_02_size() {
  local bytes layers
  bytes=$(docker save "$IMAGE:$version" | gzip | wc -c)
  layers=$(docker history --format '{{.Size}}' "$IMAGE:$version" | grep -v '^0B' | tr '\n' ' ')
  under "compressed image" "$((bytes / 1000000))" 100 MB
  ok "compressed image: $((bytes / 100000 / 10)).$((bytes / 100000 % 10)) MB (limit 100); layers uncompressed: $layers"
}

check_03_hardened() {
  run --health-interval 1s
  wait_healthy
  expect "user" "10001:10001" "$(docker inspect -f '{{.Config.User}}' "$container")"
  local pid
  pid=$(docker inspect -f '{{.State.Pid}}' "$container")
  expect "process 1" "/opt/java/bin/java" "$(readlink "/proc/$pid/exe")"
  expect "its uid" "10001" "$(awk '/^Uid/ { print $2 }' "/proc/$pid/status")"
  expect "archive in use" 1 "$(grep -c 'venice-sim.jsa' "/proc/$pid/maps" | sed 's/^[1-9].*/1/')"
  ok "healthy as uid 10001, --read-only, 256 MB, no capabilities, no new privileges"
  end
}

# the first 200 of a container: milliseconds since the engine started its process.
# A control group of its own with every share, so that the image is measured and not what else this machine does
first_200() {
  # below the ports the kernel hands to clients, so that none of theirs is in the way
  local port=$((12000 + RANDOM % 18000)) line now started deadline=$((SECONDS + 30))
  container=$(docker create --network host --no-healthcheck -e VENICE_SIM_PORT="$port" -e VENICE_SIM_HOST=127.0.0.1 \
    --cgroup-parent / --cpu-shares 262144 "${HARD[@]}" "$IMAGE:$version")
  docker start "$container" >/dev/null &
  while true; do
    line=
    { exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET /__sim/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 &&
      IFS= read -r -t 5 line <&3; } 2>/dev/null || true
    now=${EPOCHREALTIME/[.,]/}
    case $line in *' 200 '*) break ;; esac
    [ "$SECONDS" -lt "$deadline" ] || fail "no reply within 30 s: $(docker logs "$container" 2>&1 | tail -n 1)"
    read -r -t 0.003 <>"$work/nothing" || true
  done
  exec 3>&-
  wait $! || true
  started=$(date -d "$(docker inspect -f '{{.State.StartedAt}}' "$container")" +%s%N)
  echo $((now / 1000 - started / 1000000)) >>"$work/starts"
  # the engine says Running once the process's pid is known
  awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$(docker inspect -f '{{.State.Pid}}' "$container")/status" >>"$work/resident"
  end
}

check_04_start() {
  mkfifo "$work/nothing"
  renice -n -10 $$ >/dev/null
  for _ in 1 2 3 4 5 6 7; do first_200; done
  local best typical resident
  best=$(sort -n "$work/starts" | head -n 1)
  typical=$(median <"$work/starts")
  resident=$(median <"$work/resident")
  # other work on the machine only ever adds, so the best run is what is judged; and not by the 400 ms of docker/README.md, which
  # are of a quiet machine: a start without the archive of classes takes far longer, and that is what must not slip through
  renice -n 0 $$ >/dev/null
  under "first 200 after the process started (runs: $(tr '\n' ' ' <"$work/starts")), best" "$best" 1000 ms
  under "resident memory after start" "$resident" 100 MB
  ok "first 200: best $best ms, median $typical ms of $(tr '\n' ' ' <"$work/starts")(limit 1000; load $(cut -d' ' -f1 /proc/loadavg)); resident $resident MB (limit 100)"
}

check_05_flow() {
  run -e VENICE_SIM_JOB_TIME=1s
  local request='{"model":"wan-2.6-text-to-video","prompt":"a gondola","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}'
  local answer queue_id type clip=$work/clip.mp4 tries=0
  answer=$(post /api/v1/video/quote "$request")
  expect "status of quote ($answer)" 200 "${answer##*$'\n'}"
  say "   quote $(field quote <<<"$answer")"
  answer=$(post /api/v1/video/queue "$request")
  expect "status of queue ($answer)" 200 "${answer##*$'\n'}"
  queue_id=$(field queue_id <<<"$answer")
  local ticket='{"model":"wan-2.6-text-to-video","queue_id":"'$queue_id'"}'
  while true; do
    type=$(curl -s -o "$clip" -w '%{http_code} %{content_type}' -H 'Authorization: Bearer any-key' -H 'Content-Type: application/json' \
      "$url/api/v1/video/retrieve" -d "$ticket")
    case $type in
      '200 video/mp4'*) break ;;
      '200 application/json'*) ;;
      *) fail "retrieve: expected 200 with JSON or video/mp4, got '$type': $(head -c 300 "$clip")" ;;
    esac
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || fail "retrieve: no video after $tries polls: $(cat "$clip")"
    sleep 0.25
  done
  expect "bytes 5 to 8 of the file" ftyp "$(dd if="$clip" bs=1 skip=4 count=4 2>/dev/null)"
  local seen="$(wc -c <"$clip") bytes"
  if command -v ffprobe >/dev/null; then
    seen=$(ffprobe -v error -select_streams v -show_entries stream=codec_name,width,height,duration -of csv=p=0 "$clip")
    case $seen in h264,1280,720,5.*) ;; *) fail "the clip: expected h264,1280,720,5.0, got $seen" ;; esac
  fi
  answer=$(post /api/v1/video/complete "$ticket")
  expect "complete" true "$(field success <<<"$answer")"
  ok "quote, queue, $tries polls, file ($seen), complete"
  end
}

check_06_term() {
  run
  local body='{"model":"wan-2.6-text-to-video","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}' line code from
  exec 4<>"/dev/tcp/127.0.0.1/${url##*:}"
  printf 'POST /api/v1/video/quote HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' \
    "${#body}" "${body:0:20}" >&4
  sleep 0.5
  from=${EPOCHREALTIME/[.,]/}
  docker stop --time 15 "$container" >/dev/null &
  sleep 0.7
  expect "running while a request is in flight" true "$(docker inspect -f '{{.State.Running}}' "$container")"
  printf '%s' "${body:20}" >&4
  IFS= read -r -t 10 line <&4 || fail "the request in flight at SIGTERM got no answer"
  exec 4>&-
  wait $!
  expect "answer to the request in flight" 200 "$(cut -d' ' -f2 <<<"$line")"
  code=$(docker inspect -f '{{.State.ExitCode}}' "$container")
  expect "exit code after SIGTERM" 143 "$code"
  ok "SIGTERM during a request: answered 200, exit 143, gone in $(((${EPOCHREALTIME/[.,]/} - from) / 1000)) ms"
  end
}

check_07_settings() {
  container=$(docker run -d -p 127.0.0.1::9191 --memory 256m --health-interval 1s -e VENICE_SIM_PORT=9191 -e VENICE_SIM_EDITION=2026-08-21 \
    -e VENICE_SIM_BALANCE=7.25 -e VENICE_SIM_ADMIN_TOKEN=sesame "$IMAGE:$version")
  wait_healthy
  url=http://$(docker port "$container" 9191 | head -n 1)
  expect "edition" 2026-08-21 "$(curl -s "$url/__sim/health" | field edition)"
  expect "control API without its token" 401 "$(curl -s -o /dev/null -w '%{http_code}' "$url/__sim/worlds" -H 'Content-Type: application/json' -d '{}')"
  expect "balance" 7.25 "$(curl -s -H 'Authorization: Bearer sesame' "$url/__sim/worlds" -H 'Content-Type: application/json' -d '{}' | field balanceUsd)"
  expect "files written with a writable root" "" "$(docker diff "$container" | grep -v -e '^. /scenarios$' || true)"
  expect "standard output" "venice-sim ready http://0.0.0.0:9191 edition=2026-08-21" "$(docker logs "$container" 2>/dev/null)"
  end
  run
  [ -n "$(docker logs "$container" 2>/dev/null | sed -n 's/^venice-sim admin token: //p')" ] ||
    fail "without a token expected a random one on standard output, got: $(docker logs "$container" 2>/dev/null)"
  end
  local said code=0
  said=$(docker run --rm -e VENICE_SIM_EDITION=1999-01-01 "$IMAGE:$version" 2>&1) || code=$?
  expect "exit code of a bad setting" 2 "$code"
  expect "lines about a bad setting" 1 "$(wc -l <<<"$said")"
  ok "settings by environment; health follows VENICE_SIM_PORT; nothing written; a bad one ends with 2: $said"
}

check_08_mounts() {
  mkdir -p "$work/scenarios"
  printf 'description: Mounted by the check.\nbalanceUsd: 3.21\njobs:\n  - outcome: stuck\n' >"$work/scenarios/für-uns.yaml"
  run -v "$work/scenarios:/scenarios:ro" -e VENICE_SIM_SCENARIO=/scenarios/für-uns.yaml -e VENICE_SIM_ADMIN_TOKEN=none
  expect "scenario's balance" 3.21 "$(curl -s "$url/__sim/worlds" -H 'Content-Type: application/json' -d '{}' | field balanceUsd)"
  mkdir -p "$work/models"
  curl -s -H 'Authorization: Bearer any-key' "$url/api/v1/models?type=video" | sed 's/"wan-2.6-text-to-video"/"wan-9-text-to-video"/g' >"$work/models/models.json"
  printf '{"rows": [{"models": ["wan-9-*"], "per": "second", "usd": 1}]}' >"$work/models/prices.json"
  end
  run -v "$work/models:/models:ro" -e VENICE_SIM_MODELS=/models/models.json -e VENICE_SIM_PRICES=/models/prices.json
  expect "quote of a mounted model at a mounted price" 5 "$(post /api/v1/video/quote \
    '{"model":"wan-9-text-to-video","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}' | field quote)"
  end
  ok "a mounted scenario decides a world's balance, mounted models and prices what is sold"
}

check_09_stubs() {
  if [ -z "$("$jdk/bin/jar" tf "$jar" com/github/tomakehurst/wiremock/WireMockServer.class)" ]; then
    skip "this jar holds no WireMock, so mounted stubs are not checked"
    return
  fi
  mkdir -p "$work/stubs/mappings"
  cat >"$work/stubs/mappings/chat.json" <<'STUB'
{"request": {"method": "POST", "urlPath": "/api/v1/chat/completions", "bodyPatterns": [{"matchesJsonPath": "$.model"}]},
 "response": {"status": 200, "jsonBody": {"said": "{{jsonPath request.body '$.model'}} {{request.path}}"}, "transformers": ["response-template"]}}
STUB
  run -v "$work/stubs:/stubs:ro" -e VENICE_SIM_STUBS=/stubs
  local answer
  answer=$(post /api/v1/chat/completions '{"model":"m1"}')
  expect "stubbed answer ($answer)" "m1 /api/v1/chat/completions" "$(field said <<<"$answer")"
  ok "a mounted stub answers, with its template filled, in the cut-down runtime; resident $(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$(docker inspect -f '{{.State.Pid}}' "$container")/status") MB"
  end
}

check_10_memory() {
  run -e VENICE_SIM_LIMITS=off -e VENICE_SIM_JOB_TIME=polls:0 --memory-swap 256m
  head -c 15000000 /dev/urandom | base64 -w 0 >"$work/noise"
  { printf '{"model":"wan-2.6-image-to-video","prompt":"x","duration":"5s","resolution":"1080p","image_url":"data:image/png;base64,'; cat "$work/noise"; printf '"}'; } >"$work/large.json"
  local pids=() i
  for i in 1 2 3 4 5 6 7 8; do
    curl -s -o /dev/null -w '%{http_code}\n' -H "Authorization: Bearer key-$i" -H 'Content-Type: application/json' \
      "$url/api/v1/video/queue" --data-binary "@$work/large.json" >"$work/large.$i" 2>/dev/null &
    pids+=($!)
  done
  for i in "${pids[@]}"; do wait "$i" || true; done
  expect "out of memory after eight bodies of 20 MB at once" false "$(docker inspect -f '{{.State.OOMKilled}}' "$container")"
  expect "running after them" true "$(docker inspect -f '{{.State.Running}}' "$container")"
  expect "health after them" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$url/__sim/health")"
  ok "eight bodies of 20 MB at once in 256 MB: answered $(sort "$work"/large.[0-9]* | uniq -c | awk '{ printf "%s x %s ", $1, $2 }'); resident $(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$(docker inspect -f '{{.State.Pid}}' "$container")/status") MB"
  end
}

check_11_base_with_shell() {
  build -t "$IMAGE:debian" --build-arg RUN_IMAGE=verify-debian
  container=$(docker run -d --health-interval 1s "${HARD[@]}" "$IMAGE:debian")
  wait_healthy
  local bytes
  bytes=$(docker save "$IMAGE:debian" | gzip | wc -c)
  ok "the same Dockerfile on a Debian base is healthy too; compressed $((bytes / 1000000)) MB"
  end
}

# the kit's own test against this image, where the checkout has it
check_13_testcontainers() {
  local name=VeniceSimulatorContainerTest report
  if [ -z "$(find "$root/src/kit/test" -name "$name.java" 2>/dev/null)" ]; then
    skip "this checkout has no $name"
    return
  fi
  # the engine is this machine's own: where /.dockerenv says otherwise Testcontainers would pull an image to find its gateway
  local settings=(TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 TESTCONTAINERS_RYUK_DISABLED=true VENICE_SIM_TEST_IMAGE="$IMAGE:$version")
  (cd "$root" && env "${settings[@]}" mvn -B -ntp -Dquick test -pl src/kit -am -Dtest="$name" -Dsurefire.failIfNoSpecifiedTests=false >"$work/mvn.log" 2>&1) || { tail -n 60 "$work/mvn.log" >&2; fail "$name"; }
  report=$(find "$root/src/kit/target/surefire-reports" -name "*$name.txt" -newer "$work/version" -exec grep -h 'Tests run' {} +)
  case $report in *'Skipped: 0'*) ok "$name: $report" ;; *) fail "$name: expected to run with none skipped: ${report:-no report}" ;; esac
}

# the recipe of docs/clients.md as it stands there, with npm's testcontainers
check_18_node_recipe() {
  command -v npm >/dev/null || { skip "there is no npm here"; return; }
  local project=$work/node answer
  mkdir "$project"
  cd "$project"
  {
    sed -n '/^## In a container/,/^## /{/^```ts/,/^```/{/^```/d;p}}' "$root/docs/clients.md"
    cat <<'ASK'
const answer = await fetch(`${baseUrl}/video/quote`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ model: "wan-2.6-text-to-video", duration: "5s", aspect_ratio: "16:9", resolution: "720p" }),
});
console.log(JSON.stringify(await answer.json()));
await container.stop();
ASK
  } >recipe.ts
  grep -q GenericContainer recipe.ts || fail "docs/clients.md has no recipe for Node"
  echo '{"private":true,"type":"module"}' >package.json
  npm install --silent --no-audit --no-fund --ignore-scripts --omit=optional testcontainers@10.28.0 typescript@5.9.3 @types/node@20 >npm.log 2>&1 || { tail npm.log >&2; fail "npm could not install testcontainers"; }
  npx --no-install tsc --strict --skipLibCheck --target es2022 --module nodenext recipe.ts || fail "the recipe for Node does not compile"
  answer=$(TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 TESTCONTAINERS_RYUK_DISABLED=true node recipe.js)
  expect "the quote by way of the recipe" '{"quote":0.55}' "$answer"
  ok "the recipe of docs/clients.md for Node: $answer"
}

check_14_store() {
  local volume=verify-worlds job=() file=(-v verify-worlds:/data -e VENICE_SIM_STORE=file:/data/worlds.db -e VENICE_SIM_ADMIN_TOKEN=none)
  docker volume create "$volume" >/dev/null
  run "${file[@]}"
  job=("$(post /api/v1/video/queue '{"model":"wan-2.6-text-to-video","prompt":"a","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}' | field queue_id)")
  [ -n "${job[0]}" ] || fail "no job was queued: $(docker logs "$container" 2>&1 | tail -n 3)"
  local second code=0
  second=$(docker run --rm "${HARD[@]}" "${file[@]}" "$IMAGE:$version" 2>&1) || code=$?
  expect "exit code of a second server over the file" 1 "$code"
  grep -q 'another process has it open' <<<"$second" || fail "a second server over the file said: $second"
  docker kill --signal KILL "$container" >/dev/null
  end
  run "${file[@]}"
  expect "the job after SIGKILL" "${job[0]}" "$(curl -s "$url/__sim/worlds/any-key/jobs/${job[0]}" | field queueId)"
  expect "ready" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$url/__sim/ready")"
  expect "lines beside ready" "" "$(docker logs "$container" 2>&1 | grep -v -e '^venice-sim ready' -e ' INFO ' || true)"
  end
  docker volume rm "$volume" >/dev/null
  ok "a store in a file on a volume: hardened, a second server is refused, and SIGKILL loses no job"
}

# what lies in it, as anybody who pulls it finds it; the engine adds /dev, /proc, /sys and three files in /etc of its own
check_15_contents() {
  local list=$work/contents fs=$work/contents.tar file odd
  container=$(docker create "$IMAGE:$version")
  docker export "$container" >"$fs"
  end
  # mode owner/group size date time ./name, without the target of a link
  tar --numeric-owner -tvf "$fs" | sed 's/ -> .*//; s/ link to .*//' >"$list"
  expect "user" "10001:10001" "$(docker inspect -f '{{.Config.User}}' "$IMAGE:$version")"
  expect "uid 10001 by name" "venice:x:10001:10001::/scenarios:/sbin/nologin" "$(tar -xOf "$fs" etc/passwd)"
  odd=$(awk 'substr($1, 4, 1) ~ /[sS]/ || substr($1, 7, 1) ~ /[sS]/' "$list")
  expect "setuid and setgid files" "" "$odd"
  odd=$(awk '{ n = split($6, path, "/"); if (path[n] ~ /^(sh|ash|bash|dash|ksh|zsh|busybox|toybox)$/) print }' "$list")
  expect "shells" "" "$odd"
  # nobody but root owns or may change a file; the user's own are /data and what is mounted
  expect "what is not root's" "10001/10001 data/" "$(awk '$2 != "0/0" { print $2, $6 }' "$list")"
  expect "what everybody may write" "drwxrwxrwt tmp/" "$(awk '$1 !~ /^l/ && substr($1, 9, 1) == "w" { print $1, $6 }' "$list")"
  tar -C "$work" -xf "$fs" licenses
  for file in LICENSE THIRD-PARTY.txt third-party/EPL-2.0.txt libc6/copyright libc-bin/copyright; do
    grep -qi -e licen -e copyright "$work/licenses/$file" || fail "/licenses/$file is missing or empty"
  done
  grep -q 'org.xerial:sqlite-jdbc:' "$work/licenses/THIRD-PARTY.txt" || fail "/licenses/THIRD-PARTY.txt names no sqlite-jdbc"
  grep -q ' opt/java/legal/java.base/' "$list" || fail "Java's licence is missing: /opt/java/legal/java.base"
  ok "$(wc -l <"$list") entries: no setuid, no shell, root's but /data; licences of $(grep -c '/copyright$' "$list") packages, the jar and Java"
}
