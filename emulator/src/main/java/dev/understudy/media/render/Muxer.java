package dev.understudy.media.render;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Lays out the file: ftyp, moov, then mdat with a chunk of video and a chunk of audio for every second. */
final class Muxer {
    private final Film film;
    private final byte[] fileType;
    private final List<Track> tracks = new ArrayList<>();

    Muxer(Film film, byte[] fileType) {
        this.film = film;
        this.fileType = fileType;
        tracks.add(video(film));
        if (film.reel().sound()) {
            tracks.add(audio(film.reel()));
        }
    }

    byte[] file(byte[] userData) {
        MovieBox movie = new MovieBox(film, userData);
        // Offsets have a fixed width, so the size of moov is known before they are.
        int ahead = fileType.length + movie.of(tracks, chunkOffsets(0)).length + Box.HEADER_BYTES;
        List<int[]> offsets = chunkOffsets(ahead);
        int mediaBytes = mediaBytes();
        ByteBuffer out = ByteBuffer.allocate(ahead + mediaBytes);
        out.put(fileType).put(movie.of(tracks, offsets)).put(Box.header("mdat", mediaBytes));
        putMedia(out);
        return out.array();
    }

    private void putMedia(ByteBuffer out) {
        int frame = 0;
        for (int chunk = 0; chunk < film.reel().chunks(); chunk++) {
            int end = frame + tracks.get(0).chunkSamples().get(chunk);
            film.samples().subList(frame, end).forEach(out::put);
            frame = end;
            if (film.reel().sound()) {
                out.put(SilentAudio.units(tracks.get(1).chunkSamples().get(chunk)));
            }
        }
    }

    private List<int[]> chunkOffsets(int start) {
        int chunks = film.reel().chunks();
        List<int[]> offsets = tracks.stream().map(track -> new int[chunks]).toList();
        int at = start;
        for (int chunk = 0; chunk < chunks; chunk++) {
            for (int track = 0; track < tracks.size(); track++) {
                offsets.get(track)[chunk] = at;
                at += tracks.get(track).chunkBytes(chunk);
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
        Reel reel = film.reel();
        int[] sizes = film.samples().stream().mapToInt(sample -> sample.length).toArray();
        List<Integer> chunks = chunks(reel, reel::framesUntil);
        return new Track(
                "vide",
                reel.timescale(),
                reel.ticks(),
                reel.ticksPerFrame(),
                SampleEntry.video(film),
                sizes,
                reel.keyInterval(),
                chunks);
    }

    private static Track audio(Reel reel) {
        int[] sizes = new int[SilentAudio.unitsUntil(reel.milliseconds())];
        Arrays.fill(sizes, SilentAudio.unitBytes());
        return new Track(
                "soun",
                SilentAudio.RATE,
                SilentAudio.ticks(reel.milliseconds()),
                SilentAudio.SAMPLES_PER_UNIT,
                SampleEntry.audio(),
                sizes,
                1,
                chunks(reel, SilentAudio::unitsUntil));
    }

    private static List<Integer> chunks(Reel reel, IntUnaryOperator samplesUntil) {
        return IntStream.range(0, reel.chunks())
                .mapToObj(chunk -> samplesUntil.applyAsInt(reel.chunkEnd(chunk))
                        - (chunk == 0 ? 0 : samplesUntil.applyAsInt(reel.chunkEnd(chunk - 1))))
                .toList();
    }
}
