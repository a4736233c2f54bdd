#!/usr/bin/env bash
# Builds docker/Dockerfile with a real engine of its own and checks the image as its users meet it.
# Pulls nothing: the base images are made on the spot, of Debian's packages and this machine's JDK.
#
#   docker/verify.sh [--jar FILE] [--jdk DIR] [--base TAR] [--only WORD]
#
#   --jar    the runnable jar (default: target/venice-sim.jar)
#   --jdk    a JDK 25 (default: the one under /usr/lib/jvm, else the package temurin-25-jdk)
#   --base   a root file system made earlier; made and kept there if the file does not exist (default: made and thrown away)
#   --only   of the checks after the build those whose name has WORD in it, such as start or 13
#
# Needs root on Debian or a relative of it. Exit 0: every check passed; 1: one did not, or no engine runs here.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$root/target/venice-sim.jar
jdk=
base=
only=
while [ $# -gt 0 ]; do
  case $1 in
    --jar) jar=$(realpath "$2") ;;
    --jdk) jdk=$(realpath "$2") ;;
    --base) base=$(realpath -m "$2") ;;
    --only) only=$2 ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
  shift 2
done

for part in prepare daemon checks deployments; do
  # shellcheck source=/dev/null
  . "$root/docker/verify/$part.sh"
done

prepare
start_engine
for check in $(declare -F | sed -n 's/^declare -f \(check_.*\)/\1/p'); do
  case $check in check_01_build | *"$only"*) ;; *) continue ;; esac
  # not in a condition: bash would let failures inside pass
  set +e
  (set -e && trap 'leave $?' EXIT && "$check")
  code=$?
  set -e
  [ "$code" = 0 ] || failed+=("${check#check_}")
  [ "$code" = 0 ] || [ "$check" != check_01_build ] || exit 1
done

took="in $SECONDS s; load average $(cut -d' ' -f1-3 /proc/loadavg)"
check=
[ ${#failed[@]} = 0 ] || fail "${failed[*]}; $took"
printf '\nall checks passed %s\n' "$took"
