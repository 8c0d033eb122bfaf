package dev.understudy.media.render;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out the file: ftyp, moov, then mdat with a chunk of video and a chunk of audio for every second. */
final class Muxer {
    private static final int VIDEO_TIMESCALE = 30_000;
    private static final byte[] FILE_TYPE =
            Box.of("ftyp", Box.fourCharacters("isom"), Bytes.u32(512), Box.fourCharacters("isomiso2avc1mp41"));

    private final Film film;
    private final List<Track> tracks;

    Muxer(Film film) {
        this.film = film;
        this.tracks = List.of(video(film), audio(film.seconds()));
    }

    byte[] file(byte[] userData) {
        MovieBox movie = new MovieBox(film, userData);
        // Offsets have a fixed width, so the size of moov is known before they are.
        int ahead = FILE_TYPE.length + movie.of(tracks, chunkOffsets(0)).length + Box.HEADER_BYTES;
        List<int[]> offsets = chunkOffsets(ahead);
        int mediaBytes = mediaBytes();
        ByteBuffer out = ByteBuffer.allocate(ahead + mediaBytes);
        out.put(FILE_TYPE).put(movie.of(tracks, offsets)).put(Box.header("mdat", mediaBytes));
        putMedia(out);
        return out.array();
    }

    private void putMedia(ByteBuffer out) {
        for (int second = 0; second < film.seconds(); second++) {
            int from = second * Film.FRAMES_PER_SECOND;
            film.samples().subList(from, from + Film.FRAMES_PER_SECOND).forEach(out::put);
            out.put(SilentAudio.units(tracks.get(1).chunkSamples().get(second)));
        }
    }

    private List<int[]> chunkOffsets(int start) {
        List<int[]> offsets = List.of(new int[film.seconds()], new int[film.seconds()]);
        int at = start;
        for (int second = 0; second < film.seconds(); second++) {
            for (int track = 0; track < tracks.size(); track++) {
                offsets.get(track)[second] = at;
                at += tracks.get(track).chunkBytes(second);
            }
        }
        return offsets;
    }

    private int mediaBytes() {
        return tracks.stream()
                .flatMapToInt(track -> IntStream.of(track.sampleSizes()))
                .sum();
    }

    private static Track video(Film film) {
        int[] sizes = film.samples().stream().mapToInt(sample -> sample.length).toArray();
        List<Integer> chunks = IntStream.range(0, film.seconds())
                .mapToObj(second -> Film.FRAMES_PER_SECOND)
                .toList();
        int ticks = VIDEO_TIMESCALE / Film.FRAMES_PER_SECOND;
        return new Track("vide", VIDEO_TIMESCALE, ticks, SampleEntry.video(film), sizes, Film.KEY_INTERVAL, chunks);
    }

    private static Track audio(int seconds) {
        int[] sizes = new int[SilentAudio.unitsUntil(seconds)];
        Arrays.fill(sizes, SilentAudio.unitBytes());
        List<Integer> chunks = IntStream.range(0, seconds)
                .mapToObj(second -> SilentAudio.unitsUntil(second + 1) - SilentAudio.unitsUntil(second))
                .toList();
        return new Track("soun", SilentAudio.RATE, SilentAudio.SAMPLES_PER_UNIT, SampleEntry.audio(), sizes, 1, chunks);
    }
}
