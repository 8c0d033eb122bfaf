#!/bin/sh
# Checks rendered videos with ffprobe and ffmpeg: what they declare, that they decode without a word, and for many of
# them that each decoded pixel is the painted one; and stills against the videos they belong to. Not part of the build, because it needs ffmpeg.
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

# How far two pictures are apart, in decibels; the second is made from the video by a chain of filters.
likeness() { # still, video, filters
  ffmpeg -nostdin -v error -i "$1" -i "$2" -filter_complex \
    "[1:v]$3[frames];[0:v]format=gbrp[still];[still][frames]psnr=stats_file=-" -frames:v 1 -f null - |
    sed 's/.*psnr_avg:\([^ ]*\).*/\1/'
}
alike() { # decibels, least
  [ "$1" = inf ] || awk "BEGIN { exit !($1 >= $2) }"
}
colours=in_color_matrix=bt709:in_range=tv:out_range=pc,format=gbrp

while read -r name width height columns rows; do
  still=$folder/$name
  for kind in "webp,$width,$height" "mjpeg,$columns,$rows"; do
    file=$still.$([ "${kind%%,*}" = webp ] && echo webp || echo jpg)
    declared=$(ffprobe -v error -of csv=p=0 -show_entries stream=codec_name,width,height "$file" 2>&1)
    [ "$declared" = "$kind" ] || fail "$file" "is $declared"
    said=$(ffmpeg -nostdin -v warning -xerror -i "$file" -f null - 2>&1) || fail "$file" "does not decode"
    [ -z "$said" ] || fail "$file" "$said"
  done

  # No colour but for its rounding is lost in a thumbnail. A sheet loses what JPEG loses of small text.
  near=$(likeness "$still.webp" "$still.mp4" "select=eq(n\,0),scale=flags=accurate_rnd+full_chroma_int:$colours")
  alike "$near" 55 || fail "$name" "the thumbnail is no more like the first frame than $near dB"
  tiles="select=eq(n\,floor(ceil(n*16/120)*120/16)),pad=$columns:$rows"
  tiles="$tiles,scale=$((columns / 4)):$((rows / 4)):flags=neighbor:$colours,tile=4x4"
  near=$(likeness "$still.jpg" "$still.mp4" "$tiles")
  alike "$near" 25 || fail "$name" "the sheet is no more like sixteen frames than $near dB"
done < "$folder/stills.txt"

exact=$(grep -vc -- ' -$' "$folder/expected.txt")
echo "$(wc -l < "$folder/expected.txt") videos checked, $exact of them to the pixel, and" \
  "$(wc -l < "$folder/stills.txt") pairs of stills, $failures failures"
[ "$failures" -eq 0 ]
