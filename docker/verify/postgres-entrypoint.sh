#!/bin/sh
# What the registry's image of PostgreSQL does at its start: a cluster for POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB if
# there is none yet, then the server in the foreground.
set -eu
data=/var/lib/postgresql/data
as() { setpriv --reuid postgres --regid postgres --init-groups "$@"; }

mkdir -p "$data" /var/run/postgresql
chown postgres:postgres "$data" /var/run/postgresql
chmod 700 "$data"
if [ ! -s "$data/PG_VERSION" ]; then
  printf '%s\n' "$POSTGRES_PASSWORD" >/tmp/password
  chmod 644 /tmp/password
  as initdb -D "$data" -U "$POSTGRES_USER" --pwfile=/tmp/password --auth-local=trust --auth-host=scram-sha-256 >/dev/null
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>"$data/pg_hba.conf"
  as pg_ctl -D "$data" -w -o "-c listen_addresses=''" start >/dev/null
  as createdb -U "$POSTGRES_USER" "$POSTGRES_DB"
  as pg_ctl -D "$data" -w stop >/dev/null
fi
exec setpriv --reuid postgres --regid postgres --init-groups "$@" -D "$data" -c listen_addresses='*'
