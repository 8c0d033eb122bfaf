#!/bin/sh
# Checks rendered videos with ffprobe and ffmpeg: what they declare, that they decode without a word, and for many of
# them that each decoded pixel is the painted one. Not part of the build, because it needs ffmpeg.
# Usage, after `mvn -q test-compile`: emulator/src/test/scripts/check-renders.sh [folder for the videos]
set -eu

module=$(cd "$(dirname "$0")/../../.." && pwd)
folder=${1:-$module/target/renders}
failures=0

fail() {
  echo "FAIL $1: $2" >&2
  failures=$((failures + 1))
}

java -cp "$module/target/test-classes:$module/target/classes" dev.understudy.media.render.RenderFiles "$folder"

while read -r name width height length rate frames sound digest; do
  file=$folder/$name
  seconds=${length}000
  declared=$(ffprobe -v error -select_streams v -of csv=p=0 -show_entries \
    stream=codec_name,profile,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries,r_frame_rate,duration,nb_frames \
    "$file" 2>&1)
  wanted="h264,Constrained Baseline,$width,$height,yuv420p,tv,bt709,bt709,bt709,$rate/1,$seconds,$frames"
  [ "$declared" = "$wanted" ] || fail "$name" "video is $declared"

  audio=$(ffprobe -v error -select_streams a -of csv=p=0 \
    -show_entries stream=codec_name,profile,sample_rate,channels,duration "$file" 2>&1)
  [ "$audio" = "$([ "$sound" = mute ] || echo "aac,LC,48000,1,$seconds")" ] || fail "$name" "audio is $audio"

  lasts=$(ffprobe -v error -of csv=p=0 -show_entries format=duration "$file" 2>&1)
  [ "$lasts" = "$seconds" ] || fail "$name" "format lasts $lasts"

  said=$(ffmpeg -nostdin -v warning -xerror -i "$file" -f null - 2>&1) || fail "$name" "does not decode"
  [ -z "$said" ] || fail "$name" "$said"

  if [ "$digest" != "-" ]; then
    decoded=$(ffmpeg -nostdin -v error -i "$file" -map 0:v -f rawvideo -pix_fmt yuv420p - | md5sum | cut -d' ' -f1)
    [ "$decoded" = "$digest" ] || fail "$name" "decoded pixels differ from the painted ones"
  fi
done < "$folder/expected.txt"

exact=$(grep -vc -- ' -$' "$folder/expected.txt")
echo "$(wc -l < "$folder/expected.txt") videos checked, $exact of them to the pixel, $failures failures"
[ "$failures" -eq 0 ]
