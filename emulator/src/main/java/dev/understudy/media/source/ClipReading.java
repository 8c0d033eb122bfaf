package dev.understudy.media.source;

import dev.understudy.media.probe.Clip;
import java.util.List;

/**
 * What is known of a clip.
 *
 * @param notes what had to be assumed, for the journal; empty if the clip was really read
 * @param lengthKnown whether its length was read, or stands in its URL, and is no mere assumption
 */
public record ClipReading(Clip clip, List<String> notes, boolean lengthKnown) {
    public ClipReading {
        notes = List.copyOf(notes);
    }
}
