package dev.understudy.media.render;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The moov box. No time of creation is written, so that equal scenes give equal bytes. */
final class MovieBox {
    private static final int TIMESCALE = 1000;
    private static final int ONE = 1 << 16;
    private static final int UNDETERMINED_LANGUAGE = 0x55C4;
    private static final int ENABLED_IN_MOVIE = 3;
    private static final byte[] IDENTITY = Bytes.u32(ONE, 0, 0, 0, ONE, 0, 0, 0, 1 << 30);

    private final Film film;
    private final byte[] userData;

    MovieBox(Film film, byte[] userData) {
        this.film = film;
        this.userData = userData;
    }

    /** @param chunkOffsets for each track, where in the file each of its chunks begins */
    byte[] of(List<Track> tracks, List<int[]> chunkOffsets) {
        byte[][] boxes = new byte[tracks.size() + 2][];
        boxes[0] = header(tracks.size());
        for (int i = 0; i < tracks.size(); i++) {
            boxes[i + 1] = track(i + 1, tracks.get(i), chunkOffsets.get(i));
        }
        boxes[tracks.size() + 1] = userData;
        return Box.of("moov", boxes);
    }

    private byte[] header(int tracks) {
        return Box.full(
                "mvhd",
                0,
                Bytes.u32(0, 0, TIMESCALE, film.reel().milliseconds(), ONE),
                Bytes.u16(0x100, 0), // full volume
                new byte[8],
                IDENTITY,
                new byte[24],
                Bytes.u32(tracks + 1));
    }

    private byte[] track(int id, Track track, int[] chunkOffsets) {
        int duration = film.reel().milliseconds();
        return Box.of(
                "trak",
                trackHeader(id, track, duration),
                Box.of("edts", Box.full("elst", 0, Bytes.u32(1, duration, 0, ONE))),
                media(track, chunkOffsets));
    }

    private byte[] trackHeader(int id, Track track, int duration) {
        boolean video = track.isVideo();
        return Box.full(
                "tkhd",
                ENABLED_IN_MOVIE,
                Bytes.u32(0, 0, id, 0, duration, 0, 0),
                Bytes.u16(0, 0, video ? 0 : 0x100, 0),
                IDENTITY,
                Bytes.u32(video ? film.width() << 16 : 0, video ? film.height() << 16 : 0));
    }

    private byte[] media(Track track, int[] chunkOffsets) {
        byte[] header = Box.full(
                "mdhd", 0, Bytes.u32(0, 0, track.timescale(), track.ticks()), Bytes.u16(UNDETERMINED_LANGUAGE, 0));
        byte[] information = track.isVideo() ? Box.full("vmhd", 1, new byte[8]) : Box.full("smhd", 0, new byte[4]);
        byte[] here = Box.of("dinf", Box.full("dref", 0, Bytes.u32(1), Box.full("url ", 1)));
        byte[] samples = SampleTable.of(track, chunkOffsets);
        return Box.of("mdia", header, handler(track), Box.of("minf", information, here, samples));
    }

    private static byte[] handler(Track track) {
        byte[] name = (track.isVideo() ? "Video\0" : "Audio\0").getBytes(StandardCharsets.US_ASCII);
        return Box.full("hdlr", 0, Bytes.u32(0), Box.fourCharacters(track.handler()), new byte[12], name);
    }
}
