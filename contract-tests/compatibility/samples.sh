#!/usr/bin/env bash
# The curl samples of the provider's pages, as printed there but for the host and the key.
# Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 bash samples.sh
set -euo pipefail
url=${UNDERSTUDY_URL:-http://127.0.0.1:8080}
WAVESPEED_API_KEY=any
passed=0

expect() { # what, pattern, text
  if [[ "$3" =~ $2 ]]; then
    passed=$((passed + 1))
    echo "ok  $1"
  else
    echo "not ok  $1: $3" >&2
    exit 1
  fi
}

# As printed, the sample for characters lacks the name that the page calls required.
answer=$(curl -sS -X POST "$url/api/v3/openai/sora-2/characters" \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $WAVESPEED_API_KEY" \
-d '{
"video": "https://example.com/your-input.mp4"
}')
expect 'without a name: a clear refusal' '^\{"code":400,"message":"missing required parameter: name"\}$' "$answer"

answer=$(curl -sS -X POST "$url/api/v3/openai/sora-2/characters" \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $WAVESPEED_API_KEY" \
-d '{
"video": "https://example.com/your-input.mp4",
"name": "Joe"
}')
expect 'with a name: accepted' '"status":"created"' "$answer"
[[ "$answer" =~ \"id\":\"([0-9a-f]{32})\" ]]
request_id=${BASH_REMATCH[1]}

for _ in $(seq 50); do
  answer=$(curl -sS -X GET "$url/api/v3/predictions/${request_id}/result" \
-H "Authorization: Bearer $WAVESPEED_API_KEY")
  [[ "$answer" =~ \"status\":\"(completed|failed)\" ]] && break
  sleep 0.2
done
expect 'polled until it is completed' '"status":"completed"' "$answer"
expect 'the output is a character' '"outputs":\[\{"id":"char_[0-9a-f]{32}","name":"Joe"\}\]' "$answer"

answer=$(curl -sS -X POST "$url/api/v3/openai/sora-2/text-to-video" \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $WAVESPEED_API_KEY" \
-d '{}')
expect 'a video without a prompt: a clear refusal' '^\{"code":400,"message":"missing required parameter: prompt"\}$' "$answer"

echo "$passed passed, 0 failed"
