# What the checks stand on: packages, the jar, the base images' files.

IMAGE=venice-video-simulator
work=$(mktemp -d)
failed=()
trap 'code=$?; finish $code' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { printf '%s\n' "$*"; }
fail() { say "FAILED ${check:+${check:6:2} }$*" >&2; exit 1; }
ok() { printf 'ok %s %s\n' "${check:6:2}" "$*"; }
skip() { printf 'skipped %s: %s\n' "${check:6:2}" "$*"; }

# expect WHAT EXPECTED ACTUAL
expect() { [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"; }

# under WHAT NUMBER LIMIT UNIT
under() { [ "$2" -lt "$3" ] || fail "$1: expected less than $3 $4, got $2 $4 (load average $(cut -d' ' -f1-3 /proc/loadavg))"; }

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# field NAME: the first value of that name in the JSON on standard input
field() { grep -o "\"$1\" *: *[^,}]*" | head -n 1 | sed 's/^[^:]*: *//; s/^"//; s/"$//' || true; }

install_missing() {
  local missing=() pair
  for pair in "$@"; do command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 ||
    { tail -n 20 "$work/apt.log" >&2; fail "apt-get could not install ${missing[*]}"; }
}

find_jdk() {
  [ -n "$jdk" ] || jdk=$(ls -d /usr/lib/jvm/temurin-25-jdk* 2>/dev/null | head -n 1 || true)
  if [ -z "$jdk" ]; then
    install_missing no-jdk-25:temurin-25-jdk
    jdk=$(ls -d /usr/lib/jvm/temurin-25-jdk* | head -n 1)
  fi
  [ -x "$jdk/bin/jlink" ] || fail "$jdk holds no bin/jlink; give a JDK 25 with --jdk"
}

# a small Debian, as debian:bookworm-slim is one
make_base() {
  [ -n "$base" ] || base=$work/base.tar
  [ ! -f "$base" ] || return 0
  local site fs=$work/base
  site=$(apt-get indextargets --format '$(SITE)' | head -n 1)
  debootstrap --variant=minbase bookworm "$fs" "$site" >"$work/debootstrap.log" 2>&1 ||
    { tail -n 20 "$work/debootstrap.log" >&2; fail "debootstrap could not make a base"; }
  # as in Debian's own images the copyright of each package stays
  find "$fs/usr/share/doc" -type f ! -name copyright -delete
  rm -rf "$fs"/usr/share/{info,locale,man} "$fs"/var/cache/apt/* "$fs"/var/lib/apt/lists/*
  tar -C "$fs" -cf "$base" .
  rm -rf "$fs"
}

# the checkout as a fresh clone has it, and the jar
make_context() {
  context=$work/context
  mkdir -p "$context/target"
  # a checkout may belong to someone other than root
  git -c safe.directory='*' -C "$root" ls-files -z --cached --others --exclude-standard -- pom.xml LICENSE .mvn src schemas scenarios stubs pacts docs docker |
    (cd "$root" && tar --null --ignore-failed-read -T - -cf - 2>/dev/null) | tar -C "$context" -xf -
  cp -p "$jar" "$context/target/venice-sim.jar"
}

prepare() {
  [ "$(id -u)" = 0 ] || fail "an engine of its own needs root"
  [ -f "$jar" ] || fail "$jar does not exist; mvn verify makes it, or name one with --jar"
  install_missing dockerd:docker.io iptables:iptables runc:runc debootstrap:debootstrap curl:curl git:git
  find_jdk
  version=$("$jdk/bin/java" -jar "$jar" --version | awk '{ print $2 }')
  local from=$SECONDS
  make_base
  make_context
  say "prepared in $((SECONDS - from)) s: venice-sim $version, $("$jdk/bin/java" -version 2>&1 | sed -n 2p)"
}
