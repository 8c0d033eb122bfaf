package dev.understudy.media.probe;

import dev.understudy.media.probe.BadClipException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The family of a file by its first bytes; files of other families are refused by their name. */
enum Signature {
    ISO_MEDIA,
    EBML;

    /** One known kind of file: which bytes stand where (as hexadecimal text), and what to call it. */
    private record Kind(String hex, int at, Reason reason, String name) {
        static Kind other(String hex, String name) {
            return new Kind(hex, 0, Reason.NOT_A_VIDEO, name);
        }

        static Kind video(String hex, int at, String name) {
            return new Kind(hex, at, Reason.UNSUPPORTED_CONTAINER, name);
        }

        boolean matches(String head) {
            return head.startsWith(hex, at * 2);
        }
    }

    /** Top-level box types a file may begin with; the ones besides {@code ftyp} are old QuickTime or stray segments. */
    private static final Set<String> FIRST_BOXES =
            Set.of("ftyp", "styp", "moov", "moof", "mdat", "free", "skip", "wide", "pnot", "sidx", "uuid");

    /** ISO base media files that hold a still picture. */
    private static final Set<String> IMAGE_BRANDS = Set.of("heic", "heix", "mif1", "avif");

    private static final String EBML_MAGIC = "1A45DFA3";
    private static final int HEAD = 32;

    private static final List<Kind> OTHERS = List.of(
            Kind.other("89504E47", "a PNG image"),
            Kind.other("FFD8FF", "a JPEG image"),
            Kind.other("47494638", "a GIF image"),
            new Kind("57454250", 8, Reason.NOT_A_VIDEO, "a WebP image"),
            Kind.other("424D", "a BMP image"),
            Kind.other("25504446", "a PDF document"),
            Kind.other("504B0304", "a ZIP archive"),
            Kind.other("1F8B", "a gzip archive"),
            Kind.other("494433", "an MP3 sound"),
            Kind.other("FFFB", "an MP3 sound"),
            Kind.other("FFF3", "an MP3 sound"),
            Kind.other("FFF1", "an AAC sound"),
            Kind.other("664C6143", "a FLAC sound"),
            new Kind("57415645", 8, Reason.NOT_A_VIDEO, "a WAV sound"),
            Kind.video("41564920", 8, "an AVI"),
            Kind.video("4F676753", 0, "an Ogg"),
            Kind.video("464C5601", 0, "a Flash video (.flv)"),
            Kind.video("3026B275", 0, "a Windows Media (.wmv)"),
            Kind.video("000001BA", 0, "an MPEG program stream (.mpg)"),
            Kind.video("000001B3", 0, "an MPEG video stream (.mpg)"));

    static Signature of(Source source) throws BadClipException, IOException {
        if (source.length() == 0) {
            throw BadClipException.of(Reason.EMPTY, "the file is empty (0 bytes)");
        }
        Window bytes = source.window();
        int count = (int) Math.min(HEAD, source.length());
        String head = hex(bytes, count);
        if (head.startsWith(EBML_MAGIC)) {
            return EBML;
        }
        if (count >= 8 && FIRST_BOXES.contains(bytes.ascii(4, 4))) {
            refuseImage(bytes, count);
            return ISO_MEDIA;
        }
        if (isTransportStream(source, bytes)) {
            throw BadClipException.of(
                    Reason.UNSUPPORTED_CONTAINER, "it is an MPEG transport stream (.ts); MP4, MOV or WebM is needed");
        }
        throw refusal(head, bytes.ascii(0, count));
    }

    private static void refuseImage(Window bytes, int count) throws BadClipException, IOException {
        if (count >= 12 && bytes.ascii(4, 4).equals("ftyp") && IMAGE_BRANDS.contains(bytes.ascii(8, 4))) {
            throw BadClipException.of(
                    Reason.NOT_A_VIDEO, "not a video: the file is an image of brand '%s'", bytes.ascii(8, 4));
        }
    }

    /** Packets of 188 bytes, each with the same first byte, which is too little of a signature to stand alone. */
    private static boolean isTransportStream(Source source, Window bytes) throws BadClipException, IOException {
        return source.length() > 188 && bytes.u8(0) == 0x47 && bytes.u8(188) == 0x47;
    }

    private static BadClipException refusal(String head, String text) {
        for (Kind kind : OTHERS) {
            if (kind.matches(head)) {
                return kind.reason() == Reason.UNSUPPORTED_CONTAINER
                        ? BadClipException.of(kind.reason(), "it is %s file; MP4, MOV or WebM is needed", kind.name())
                        : notAVideo(head, kind.name());
            }
        }
        return notAVideo(head, textKind(text));
    }

    private static BadClipException notAVideo(String head, String name) {
        String first = head.substring(0, Math.min(8, head.length())).replaceAll("..(?=.)", "$0 ");
        return BadClipException.of(Reason.NOT_A_VIDEO, "not a video: the file begins with %s (%s)", first, name);
    }

    /** Unprintable characters arrive here as question marks. */
    private static String textKind(String text) {
        String start = text.replaceFirst("^[? ]+", "").toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "an HTML page";
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return "JSON text";
        }
        return text.chars().filter(c -> c == '?').count() * 8 <= text.length() ? "plain text" : "an unknown format";
    }

    private static String hex(Window bytes, int count) throws BadClipException, IOException {
        int[] head = new int[count];
        for (int i = 0; i < count; i++) {
            head[i] = bytes.u8(i);
        }
        return IntStream.of(head).mapToObj(b -> String.format("%02X", b)).collect(Collectors.joining());
    }
}
