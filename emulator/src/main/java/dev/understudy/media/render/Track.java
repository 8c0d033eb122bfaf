package dev.understudy.media.render;

import java.util.List;

/**
 * The tables of one track, without its bytes.
 *
 * @param handler vide or soun
 * @param timescale ticks a second
 * @param ticks how long the track lasts
 * @param sampleTicks ticks each sample lasts; the last one is cut where the track ends
 * @param sampleSizes bytes of each sample
 * @param keyInterval every how many samples a key sample comes, 1 where each is one
 * @param chunkSamples how many samples each chunk holds
 */
record Track(
        String handler,
        int timescale,
        int ticks,
        int sampleTicks,
        byte[] sampleEntry,
        int[] sampleSizes,
        int keyInterval,
        List<Integer> chunkSamples) {

    boolean isVideo() {
        return handler.equals("vide");
    }

    int chunkBytes(int chunk) {
        int first = 0;
        for (int before = 0; before < chunk; before++) {
            first += chunkSamples.get(before);
        }
        int bytes = 0;
        for (int sample = first; sample < first + chunkSamples.get(chunk); sample++) {
            bytes += sampleSizes[sample];
        }
        return bytes;
    }
}
