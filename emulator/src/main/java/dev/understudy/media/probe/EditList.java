package dev.understudy.media.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The {@code elst} box: which part of the media is shown (14496-12, 8.6.6).
 *
 * <p>Only shortening counts: a clip cut without re-encoding keeps its frames and shows fewer. Edits are written in the movie's
 * coarse timescale (milliseconds as a rule), so an edit that is shorter by up to one of its ticks is a rounding of the whole
 * media, whose exact length is then the answer. Empty edits delay the pictures and do not lengthen them. In a fragmented file
 * the list may describe the first fragment only and is not consulted.
 */
final class EditList {

    private static final long EMPTY_EDIT = -1;

    private EditList() {}

    static Duration shorten(Boxes boxes, Box moov, Mp4Track video, long mediaTicks)
            throws BadClipException, IOException {
        Duration media = Ticks.toDuration(mediaTicks, video.timescale());
        Optional<Box> edits = boxes.find(video.trak(), "edts");
        Optional<Box> list = edits.isEmpty() ? edits : boxes.find(edits.get(), "elst");
        if (list.isEmpty()) {
            return media;
        }
        long shown = shownTicks(boxes.bytes(), list.get().withPayload(8));
        long scale = movieTimescale(boxes, moov);
        boolean shortens =
                shown > 0 && Ticks.toDuration(Math.addExact(shown, 1), scale).compareTo(media) < 0;
        return shortens ? Ticks.toDuration(shown, scale) : media;
    }

    /** The sum of the edits that show something; 0 if one of them runs "to the end", which shortens nothing. */
    private static long shownTicks(Window bytes, Box list) throws BadClipException, IOException {
        boolean wide = Mp4Track.isVersion1(bytes, list);
        int entry = wide ? 20 : 12;
        long count = list.entries(bytes.u32(list.payload() + 4), 8, entry);
        long shown = 0;
        for (long i = 0; i < count; i++) {
            long at = list.payload() + 8 + i * entry;
            long ticks = wide ? bytes.i64(at) : bytes.u32(at);
            long mediaTime = wide ? bytes.i64(at + 8) : bytes.i32(at + 4);
            if (mediaTime != EMPTY_EDIT && ticks == 0) {
                return 0;
            }
            shown = mediaTime == EMPTY_EDIT ? shown : Math.addExact(shown, ticks);
        }
        return shown;
    }

    private static long movieTimescale(Boxes boxes, Box moov) throws BadClipException, IOException {
        Box header = boxes.require(moov, "mvhd").withPayload(4);
        boolean wide = Mp4Track.isVersion1(boxes.bytes(), header);
        long scale = boxes.bytes().u32(header.withPayload(wide ? 32 : 20).payload() + (wide ? 20 : 12));
        if (scale == 0) {
            throw BadClipException.malformed("the movie has a timescale of 0");
        }
        return scale;
    }
}
