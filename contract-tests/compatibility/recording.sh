#!/usr/bin/env bash
# Records the official client against a server of its own, compares the recording with another one, and replays it with both
# gone. The commands are those of docs/recording.md.
set -euo pipefail
cd "$(dirname "$0")"
understudy=../../understudy
work=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null || true; rm -rf "$work"' EXIT

begin() { # log, command...
  local log="$work/$1"
  shift
  : > "$log" # or it might be read before it is there
  "$@" > "$log" 2>&1 &
  process=$!
  for _ in $(seq 100); do
    url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p; s/.*ing at \(http[^;]*\);.*/\1/p' "$log" | head -n 1)
    [ -n "$url" ] && return
    sleep 0.1
  done
  cat "$log"
  exit 1
}

end() { # process, log
  kill -TERM "$1"
  wait "$1" || { cat "$work/$2"; exit 1; }
}

begin server "$understudy" --port 0 --log json
server=$process
upstream=$url
begin record "$understudy" record --upstream "$upstream" --out "$work/cassettes"
UNDERSTUDY_URL=$url node recorded.mjs
end "$process" record
"$understudy" compare "$work/cassettes" --target "$upstream"
end "$server" server

begin replay "$understudy" replay "$work/cassettes" --strict
UNDERSTUDY_URL=$url node recorded.mjs
end "$process" replay
tail -n 1 "$work/replay"
