package dev.understudy.media.probe;

import dev.understudy.media.probe.BadClipException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads MP4 and QuickTime files (ISO/IEC 14496-12), whole and fragmented. */
final class Mp4Probe {

    static final int MAX_TRACKS = 64;

    private final Boxes boxes;
    private Container container = Container.MOV;
    private Box moov;

    Mp4Probe(Source source) {
        this.boxes = new Boxes(source);
    }

    Clip probe() throws BadClipException, IOException {
        walkTopLevel();
        if (moov == null) {
            throw BadClipException.truncated(
                    "%s without a moov box: the file looks cut off after %,d bytes",
                    container, boxes.bytes().length());
        }
        List<Mp4Track> tracks = tracks();
        boolean audio = tracks.stream().anyMatch(Mp4Track::isAudio);
        Mp4Track video = video(tracks, audio);
        checkSampleData(tracks);
        FrameTimes times = SampleTable.times(boxes, video.sampleTable());
        boolean fragmented = readFragments(video, times);
        return new Clip(
                container,
                VideoCodecs.ofSampleEntry(boxes, video.sampleTable()),
                duration(video, times, fragmented),
                video.width(),
                video.height(),
                Ticks.rate(times.commonest(), video.timescale()),
                audio);
    }

    private Duration duration(Mp4Track video, FrameTimes times, boolean fragmented)
            throws BadClipException, IOException {
        long ticks = times.total() > 0 ? times.total() : declaredTicks(video);
        Duration duration =
                fragmented ? Ticks.toDuration(ticks, video.timescale()) : EditList.shorten(boxes, moov, video, ticks);
        if (duration.isZero()) {
            throw BadClipException.malformed("the video track lasts less than a nanosecond");
        }
        return duration;
    }

    private void walkTopLevel() throws BadClipException, IOException {
        Optional<Box> next = boxes.topLevel(0);
        while (next.isPresent()) {
            Box box = next.get();
            switch (box.type()) {
                case "ftyp" -> container = brand(box);
                case "moov" -> moov = moov == null ? box : moov;
                default -> {
                    // Fragments are read later; media data, free space and indexes are not needed.
                }
            }
            next = boxes.topLevel(box.end());
        }
    }

    /** A file without {@code ftyp} is old QuickTime; every brand but QuickTime's own shares the MP4 layout. */
    private Container brand(Box ftyp) throws BadClipException, IOException {
        String major = boxes.bytes().ascii(ftyp.withPayload(4).payload(), 4);
        return major.equals("qt  ") ? Container.MOV : Container.MP4;
    }

    private List<Mp4Track> tracks() throws BadClipException, IOException {
        List<Mp4Track> tracks = new ArrayList<>();
        Optional<Box> next = boxes.child(moov, moov.payload());
        while (next.isPresent()) {
            Box box = next.get();
            if (box.type().equals("trak")) {
                if (tracks.size() == MAX_TRACKS) {
                    throw BadClipException.malformed("the file has more than %d tracks", MAX_TRACKS);
                }
                tracks.add(Mp4Track.read(boxes, box));
            }
            next = boxes.child(moov, box.end());
        }
        return tracks;
    }

    /** The first enabled picture track, as players choose. */
    private static Mp4Track video(List<Mp4Track> tracks, boolean audio) throws BadClipException {
        List<Mp4Track> videos = tracks.stream().filter(Mp4Track::isVideo).toList();
        if (videos.isEmpty()) {
            throw BadClipException.of(
                    Reason.NO_VIDEO_TRACK,
                    audio ? "the file has an audio track but no video track" : "the file has no video track");
        }
        return videos.stream().filter(Mp4Track::enabled).findFirst().orElse(videos.get(0));
    }

    private void checkSampleData(List<Mp4Track> tracks) throws BadClipException, IOException {
        for (Mp4Track track : tracks) {
            if (track.isVideo() || track.isAudio()) {
                SampleTable.checkData(boxes, track.sampleTable());
            }
        }
    }

    private boolean readFragments(Mp4Track video, FrameTimes times) throws BadClipException, IOException {
        Optional<Box> mvex = boxes.find(moov, "mvex");
        if (mvex.isEmpty()) {
            return false;
        }
        Fragments reader = Fragments.of(boxes, mvex.get(), video.id(), times);
        long at = 0;
        for (Optional<Box> next = boxes.topLevel(at); next.isPresent(); next = boxes.topLevel(at)) {
            if (next.get().type().equals("moof")) {
                reader.read(next.get());
            }
            at = next.get().end();
        }
        if (at < boxes.bytes().length()) {
            throw BadClipException.truncated("the file looks cut off in the header of a box, at byte %,d", at);
        }
        if (times.frames() == 0) {
            throw BadClipException.truncated(
                    "fragmented MP4 without a frame: the file looks cut off after %,d bytes",
                    boxes.bytes().length());
        }
        return true;
    }

    /** A single picture may have no duration of its own; the media header then tells how long it stays. */
    private static long declaredTicks(Mp4Track video) throws BadClipException {
        if (video.declaredTicks() <= 0) {
            throw BadClipException.malformed("the video track has no frames or no duration");
        }
        return video.declaredTicks();
    }
}
