package dev.understudy.client;

/** Width and height in pixels, in the order of their prices. The standard model knows the first two. */
public enum VideoSize {
    PORTRAIT_720("720*1280"),
    LANDSCAPE_720("1280*720"),
    PORTRAIT_1024("1024*1792"),
    LANDSCAPE_1024("1792*1024"),
    PORTRAIT_1080("1080*1920"),
    LANDSCAPE_1080("1920*1080");

    private final String wire;

    VideoSize(String wire) {
        this.wire = wire;
    }

    /** As sent. */
    @Override
    public String toString() {
        return wire;
    }
}
