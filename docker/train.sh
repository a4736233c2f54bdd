#!/bin/sh
# Makes /opt/venice-sim/venice-sim.jsa: the classes that serve, healthcheck and demo load, linked ahead of time.
# A list of classes rather than an AOT cache of one run: it takes all three commands, and picocli's old class files.
set -eu
cd /opt/venice-sim
jar=/opt/venice-sim/venice-sim.jar
work=$(mktemp -d)
# a JDK before 24 links no classes ahead of time, and makes a plain archive
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions"

# shellcheck disable=SC2086 # the flags are words
{
  /opt/java/bin/java $flags -Xshare:off -XX:DumpLoadedClassList="$work/serve" -jar "$jar" \
    serve --host 127.0.0.1 --port 0 --port-file "$work/port" --job-time 500ms >"$work/log" 2>&1 &
  server=$!
  tries=0
  until [ -s "$work/port" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ]; then cat "$work/log" >&2; echo "train: serve did not start" >&2; exit 1; fi
    sleep 0.1
  done
  url=http://127.0.0.1:$(cat "$work/port")
  /opt/java/bin/java $flags -Xshare:off -XX:DumpLoadedClassList="$work/health" -jar "$jar" healthcheck --url "$url"
  /opt/java/bin/java $flags -Xshare:off -XX:DumpLoadedClassList="$work/demo" -jar "$jar" \
    demo --target "$url/api/v1" --out "$work/demo.mp4"
  kill -TERM "$server"
  wait "$server" || [ $? = 143 ]

  # ids are each run's own, and nothing needs them: what custom loaders defined is left out
  grep -hv -e '^#' -e 'source:' "$work/serve" "$work/health" "$work/demo" | sed 's/ id: [0-9]*$//' | awk '!seen[$0]++' >"$work/all"
  /opt/java/bin/java $flags -Xshare:dump -XX:+AOTClassLinking -XX:SharedClassListFile="$work/all" \
    -XX:SharedArchiveFile=/opt/venice-sim/venice-sim.jsa -cp "$jar" >"$work/dump" 2>&1 || { cat "$work/dump" >&2; exit 1; }

  # unusable archives are refused here rather than ignored in every container
  /opt/java/bin/java @/opt/venice-sim/jvm.options -Xshare:on -jar "$jar" --version
}
rm -rf "$work"
