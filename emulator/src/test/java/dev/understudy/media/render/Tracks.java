package dev.understudy.media.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the sample tables of one track in a file say. */
record Tracks(byte[] file, Mp4 media) {
    static Tracks video(byte[] file) {
        return new Tracks(file, Mp4.parse(file).at("moov/trak[0]/mdia"));
    }

    static Tracks audio(byte[] file) {
        return new Tracks(file, Mp4.parse(file).at("moov/trak[1]/mdia"));
    }

    private Mp4 table(String type) {
        return media.at("minf/stbl/" + type);
    }

    int timescale() {
        return media.at("mdhd").u32(12);
    }

    int declaredTicks() {
        return media.at("mdhd").u32(16);
    }

    /** The sum of all durations in stts, as a probe counts it. */
    int ticks() {
        Mp4 times = table("stts");
        int sum = 0;
        for (int row = 0; row < times.u32(4); row++) {
            sum += times.u32(8 + 8 * row) * times.u32(12 + 8 * row);
        }
        return sum;
    }

    int timedSamples() {
        Mp4 times = table("stts");
        int sum = 0;
        for (int row = 0; row < times.u32(4); row++) {
            sum += times.u32(8 + 8 * row);
        }
        return sum;
    }

    int[] keys() {
        return table("stss").table(8, table("stss").u32(4));
    }

    Mp4 sampleEntry() {
        return table("stsd").after(8).at(media.at("hdlr").u32(8) == 0x76696465 ? "avc1" : "mp4a");
    }

    int[] sizes() {
        Mp4 sizes = table("stsz");
        int[] equal = new int[sizes.u32(8)];
        Arrays.fill(equal, sizes.u32(4));
        return sizes.u32(4) != 0 ? equal : sizes.table(12, sizes.u32(8));
    }

    /** The bytes of each sample, found through stsc, stco and stsz. */
    List<byte[]> samples() {
        int[] sizes = sizes();
        int[] chunks = table("stco").table(8, table("stco").u32(4));
        List<byte[]> samples = new ArrayList<>();
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            int at = chunks[chunk];
            for (int i = samplesIn(chunk); i > 0; i--) {
                int size = sizes[samples.size()];
                samples.add(Arrays.copyOfRange(file, at, at + size));
                at += size;
            }
        }
        return samples;
    }

    private int samplesIn(int chunk) {
        Mp4 runs = table("stsc");
        int samples = 0;
        for (int row = 0; row < runs.u32(4) && runs.u32(8 + 12 * row) <= chunk + 1; row++) {
            samples = runs.u32(12 + 12 * row);
        }
        return samples;
    }
}
