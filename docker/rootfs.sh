#!/bin/sh
# rootfs.sh BASE DIR: fills DIR with what the final image needs besides Java, given the base it stands on.
set -eu
base=$1
root=$2

for folder in scenarios stubs models; do mkdir -p "$root/$folder"; done
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
  done
mkdir -p "$root/usr/lib/locale"
cp -R /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
