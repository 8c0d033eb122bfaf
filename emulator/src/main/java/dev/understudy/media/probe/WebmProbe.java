package dev.understudy.media.probe;

import dev.understudy.media.probe.BadClipException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads WebM files (RFC 9559), those of a live recorder included, which name neither sizes nor a duration.
 *
 * <p>The header's duration is that of the longest track, so it is consulted only for a file of a single frame; everything else
 * comes from the time stamps of the frames.
 */
final class WebmProbe {

    private static final long DOC_TYPE = 0x4282;
    private static final long INFO = 0x1549A966;
    private static final long TIMESTAMP_SCALE = 0x2AD7B1;
    private static final long DURATION = 0x4489;
    private static final long TRACKS = 0x1654AE6B;
    private static final long TRACK_ENTRY = 0xAE;

    private static final long DEFAULT_SCALE = 1_000_000;
    /** One second: with coarser ticks than that a file has no use for this prober, and sums might overflow. */
    private static final long COARSEST_SCALE = 1_000_000_000;

    private final Ebml ebml;
    private final long length;
    private final List<WebmTrack> tracks = new ArrayList<>();
    private final Clusters clusters;
    private String docType = "";
    private long scale = DEFAULT_SCALE;
    private double declaredTicks;

    WebmProbe(Source source) {
        this.ebml = new Ebml(source);
        this.length = source.length();
        this.clusters = new Clusters(ebml);
    }

    Clip probe() throws BadClipException, IOException {
        readSegment(segment(readHeader()));
        WebmTrack video = video();
        BlockTimes times = clusters.of(video.number());
        if (times.frames() == 0) {
            throw BadClipException.truncated("WebM without a frame: the file looks cut off after %,d bytes", length);
        }
        Duration duration = times.duration(scale, video.frameNanos(), declaredTicks);
        if (duration.isZero()) {
            throw BadClipException.malformed("the video track has no duration");
        }
        double rate = times.rate(scale, video.frameNanos());
        boolean audio = tracks.stream().anyMatch(WebmTrack::isAudio);
        return new Clip(Container.WEBM, video.codec(), duration, video.width(), video.height(), rate, audio);
    }

    /** Answers the position after the EBML header. */
    private long readHeader() throws BadClipException, IOException {
        Element header = ebml.at(0, length);
        ebml.children(header, child -> {
            if (child.id() == DOC_TYPE) {
                docType = ebml.text(child);
            }
        });
        if (docType.equals("matroska")) {
            throw BadClipException.of(
                    Reason.UNSUPPORTED_CONTAINER, "it is a Matroska (.mkv) file; MP4, MOV or WebM is needed");
        }
        if (!docType.equals("webm")) {
            throw BadClipException.of(
                    Reason.UNSUPPORTED_CONTAINER,
                    "it is an EBML file of type '%s'; MP4, MOV or WebM is needed",
                    docType);
        }
        return header.end(length);
    }

    private Element segment(long from) throws BadClipException, IOException {
        for (long at = from; at < length; ) {
            Element element = ebml.at(at, length);
            if (element.id() == Ebml.SEGMENT) {
                return element;
            }
            at = element.end(length);
        }
        throw BadClipException.truncated("WebM without a Segment: the file looks cut off after %,d bytes", length);
    }

    private void readSegment(Element segment) throws BadClipException, IOException {
        long end = segment.end(length);
        for (long at = segment.payload(); at < end; ) {
            Element element = ebml.at(at, end);
            at = element.id() == Ebml.CLUSTER ? clusters.read(element, end) : element.end(end);
            if (element.id() == INFO) {
                ebml.children(element, this::readInfo);
            } else if (element.id() == TRACKS) {
                ebml.children(element, this::readTrack);
            }
        }
    }

    private void readInfo(Element child) throws BadClipException, IOException {
        if (child.id() == TIMESTAMP_SCALE) {
            scale = ebml.unsigned(child);
            if (scale == 0 || scale > COARSEST_SCALE) {
                throw BadClipException.malformed("the file counts time in ticks of %,d ns", scale);
            }
        } else if (child.id() == DURATION) {
            declaredTicks = ebml.floating(child);
        }
    }

    private void readTrack(Element child) throws BadClipException, IOException {
        if (child.id() == TRACK_ENTRY) {
            if (tracks.size() == Clusters.MAX_TRACKS) {
                throw BadClipException.malformed("the file has more than %d tracks", Clusters.MAX_TRACKS);
            }
            tracks.add(WebmTrackReader.read(ebml, child));
        }
    }

    private WebmTrack video() throws BadClipException {
        if (tracks.isEmpty()) {
            throw BadClipException.truncated("WebM without Tracks: the file looks cut off after %,d bytes", length);
        }
        boolean audio = tracks.stream().anyMatch(WebmTrack::isAudio);
        return tracks.stream()
                .filter(WebmTrack::isVideo)
                .findFirst()
                .orElseThrow(() -> BadClipException.of(
                        Reason.NO_VIDEO_TRACK,
                        audio ? "the file has an audio track but no video track" : "the file has no video track"))
                .withPictures();
    }
}
