package dev.understudy.media.render;

/** What a file says that it is. The boxes are the same, since the one format came from the other. */
public enum Wrapping {
    MP4("isom", "isomiso2avc1mp41"),
    MOV("qt  ", "qt  ");

    private final String brand;
    private final String compatible;

    Wrapping(String brand, String compatible) {
        this.brand = brand;
        this.compatible = compatible;
    }

    byte[] fileType() {
        return Box.of("ftyp", Box.fourCharacters(brand), Bytes.u32(512), Box.fourCharacters(compatible));
    }
}
