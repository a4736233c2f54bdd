#!/bin/sh
# rootfs.sh BASE DIR: fills DIR with what the final image needs besides Java, given the base it stands on.
set -eu
base=$1
root=$2

for folder in scenarios stubs models licenses; do mkdir -p "$root/$folder"; done
# the jar's own licence and those of what is inside it; Java's lie under /opt/java/legal
(cd "$root/licenses" && jar xf /opt/venice-sim/venice-sim.jar META-INF/LICENSE META-INF/THIRD-PARTY.txt META-INF/third-party && mv META-INF/* . && rmdir META-INF)
# what comes with the files that this script takes from the build's system
copyright() {
  command -v dpkg >/dev/null || { echo "no dpkg here, so /licenses lacks the copyright of $1" >&2; return 0; }
  # merged or not, a file is known by one of its two names
  package=$(dpkg -S "$1" 2>/dev/null || dpkg -S "/usr$1" 2>/dev/null || dpkg -S "$(readlink -f "$1")")
  package=$(echo "$package" | sed -n '1s/[:,].*//p')
  mkdir -p "$root/licenses/$package"
  cp -L "/usr/share/doc/$package/copyright" "$root/licenses/$package/"
}
[ "$base" = scratch ] || exit 0

mkdir -p "$root/etc" "$root/tmp"
chmod 1777 "$root/tmp"
echo 'venice:x:10001:10001::/scenarios:/sbin/nologin' >"$root/etc/passwd"
echo 'venice:x:10001:' >"$root/etc/group"
# the loader and the libraries the JVM names, where the loader looks for them
ldd /opt/java/bin/java /opt/java/lib/*.so /opt/java/lib/server/*.so /opt/venice-sim/*.so |
  sed -n 's/.*[[:space:]]\(\/lib[^ ]*\) (0x.*/\1/p' | sort -u | while read -r file; do
    mkdir -p "$root$(dirname "$file")"
    cp -L "$file" "$root$file"
    copyright "$file"
  done
mkdir -p "$root/usr/lib/locale"
cp -R /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
copyright /usr/lib/locale/C.utf8/LC_CTYPE
