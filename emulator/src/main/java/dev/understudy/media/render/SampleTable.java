package dev.understudy.media.render;

import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;

/** The stbl box: when each sample is shown, and where its bytes are. */
final class SampleTable {
    private SampleTable() {}

    static byte[] of(Track track, int[] chunkOffsets) {
        return Box.of(
                "stbl",
                Box.full("stsd", 0, Bytes.u32(1), track.sampleEntry()),
                times(track),
                keys(track),
                chunks(track),
                sizes(track.sampleSizes()),
                Box.full("stco", 0, Bytes.u32(chunkOffsets.length), Bytes.u32(chunkOffsets)));
    }

    private static byte[] times(Track track) {
        int whole = track.ticks() / track.sampleTicks();
        int rest = track.ticks() % track.sampleTicks();
        byte[] full = whole == 0 ? new byte[0] : Bytes.u32(whole, track.sampleTicks());
        byte[] cut = rest == 0 ? new byte[0] : Bytes.u32(1, rest);
        return Box.full("stts", 0, Bytes.u32((full.length + cut.length) / 8), full, cut);
    }

    private static byte[] keys(Track track) {
        int interval = track.keyInterval();
        if (interval == 1) {
            return new byte[0]; // no stss box says that every sample is a key
        }
        int[] keys = IntStream.iterate(1, key -> key <= track.sampleSizes().length, key -> key + interval)
                .toArray();
        return Box.full("stss", 0, Bytes.u32(keys.length), Bytes.u32(keys));
    }

    private static byte[] chunks(Track track) {
        ByteArrayOutputStream runs = new ByteArrayOutputStream();
        int entries = 0;
        for (int chunk = 0; chunk < track.chunkSamples().size(); chunk++) {
            int samples = track.chunkSamples().get(chunk);
            if (chunk == 0 || samples != track.chunkSamples().get(chunk - 1)) {
                runs.writeBytes(Bytes.u32(chunk + 1, samples, 1));
                entries++;
            }
        }
        return Box.full("stsc", 0, Bytes.u32(entries), runs.toByteArray());
    }

    private static byte[] sizes(int[] sizes) {
        boolean equal = IntStream.of(sizes).allMatch(size -> size == sizes[0]);
        return equal
                ? Box.full("stsz", 0, Bytes.u32(sizes[0], sizes.length))
                : Box.full("stsz", 0, Bytes.u32(0, sizes.length), Bytes.u32(sizes));
    }
}
