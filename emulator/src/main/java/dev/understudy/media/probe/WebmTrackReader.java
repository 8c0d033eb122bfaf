package dev.understudy.media.probe;

import java.io.IOException;

/** Reads a {@code TrackEntry} element (RFC 9559, 5.1.4.1) field by field. */
final class WebmTrackReader {

    private static final long TRACK_NUMBER = 0xD7;
    private static final long TRACK_TYPE = 0x83;
    private static final long CODEC_ID = 0x86;
    private static final long DEFAULT_DURATION = 0x23E383;
    private static final long VIDEO = 0xE0;
    private static final long PIXEL_WIDTH = 0xB0;
    private static final long PIXEL_HEIGHT = 0xBA;
    private static final long CROP_BOTTOM = 0x54AA;
    private static final long CROP_TOP = 0x54BB;
    private static final long CROP_LEFT = 0x54CC;
    private static final long CROP_RIGHT = 0x54DD;
    private static final long DISPLAY_WIDTH = 0x54B0;
    private static final long DISPLAY_HEIGHT = 0x54BA;
    private static final long DISPLAY_UNIT = 0x54B2;
    private static final long PROJECTION = 0x7670;
    private static final long POSE_ROLL = 0x7675;

    /** Far above any picture, far below an overflow. */
    private static final long LARGEST_SIDE = 1 << 20;

    private final Ebml ebml;
    private long number;
    private long type;
    private String codec = "";
    private long frameNanos;
    private long width;
    private long height;
    private long displayWidth;
    private long displayHeight;
    private long displayUnit;
    private double roll;

    private WebmTrackReader(Ebml ebml) {
        this.ebml = ebml;
    }

    static WebmTrack read(Ebml ebml, Element entry) throws BadClipException, IOException {
        WebmTrackReader reader = new WebmTrackReader(ebml);
        ebml.children(entry, reader::readField);
        return reader.track();
    }

    private void readField(Element field) throws BadClipException, IOException {
        if (field.id() == TRACK_NUMBER) {
            number = ebml.unsigned(field);
        } else if (field.id() == TRACK_TYPE) {
            type = ebml.unsigned(field);
        } else if (field.id() == CODEC_ID) {
            codec = VideoCodecs.ofMatroska(ebml.text(field));
        } else if (field.id() == DEFAULT_DURATION) {
            frameNanos = ebml.unsigned(field);
        } else if (field.id() == VIDEO) {
            ebml.children(field, this::readVideo);
        }
    }

    private void readVideo(Element field) throws BadClipException, IOException {
        if (field.id() == PIXEL_WIDTH) {
            width += side(field);
        } else if (field.id() == PIXEL_HEIGHT) {
            height += side(field);
        } else if (field.id() == CROP_LEFT || field.id() == CROP_RIGHT) {
            width -= side(field);
        } else if (field.id() == CROP_TOP || field.id() == CROP_BOTTOM) {
            height -= side(field);
        } else if (field.id() == DISPLAY_WIDTH) {
            displayWidth = side(field);
        } else if (field.id() == DISPLAY_HEIGHT) {
            displayHeight = side(field);
        } else if (field.id() == DISPLAY_UNIT) {
            displayUnit = ebml.unsigned(field);
        } else if (field.id() == PROJECTION) {
            ebml.children(field, this::readProjection);
        }
    }

    private void readProjection(Element field) throws BadClipException, IOException {
        if (field.id() == POSE_ROLL) {
            roll = ebml.floating(field);
        }
    }

    private long side(Element field) throws BadClipException, IOException {
        long pixels = ebml.unsigned(field);
        if (pixels > LARGEST_SIDE) {
            throw BadClipException.malformed("the video track speaks of %,d pixels", pixels);
        }
        return pixels;
    }

    /** The display size counts if it is in pixels (unit 0); as centimetres or as a ratio it says nothing about pixels. */
    private WebmTrack track() {
        boolean inPixels = displayUnit == 0 && displayWidth > 0 && displayHeight > 0;
        int shownWidth = (int) (inPixels ? displayWidth : width);
        int shownHeight = (int) (inPixels ? displayHeight : height);
        boolean quarterTurn = Math.rint(Math.abs(roll)) == 90;
        return new WebmTrack(
                number,
                type,
                codec,
                frameNanos,
                quarterTurn ? shownHeight : shownWidth,
                quarterTurn ? shownWidth : shownHeight);
    }
}
