package dev.understudy.media.probe;

import static dev.understudy.media.probe.Refusals.assertRefused;

import dev.understudy.media.probe.BadClipException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no MP4, MOV or WebM are refused by their name. */
class OtherFilesTest {

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A0000000D, 89 50 4E 47, a PNG image",
        "FFD8FFE000104A464946, FF D8 FF E0, a JPEG image",
        "4749463839610100, 47 49 46 38, a GIF image",
        "524946460400000057454250, 52 49 46 46, a WebP image",
        "424D360000000000, 42 4D 36 00, a BMP image",
        "255044462D312E37, 25 50 44 46, a PDF document",
        "504B030414000000, 50 4B 03 04, a ZIP archive",
        "1F8B080000000000, 1F 8B 08 00, a gzip archive",
        "4944330400000000, 49 44 33 04, an MP3 sound",
        "FFFB906400000000, FF FB 90 64, an MP3 sound",
        "FFF15080, FF F1 50 80, an AAC sound",
        "664C614300000022, 66 4C 61 43, a FLAC sound",
        "524946460400000057415645, 52 49 46 46, a WAV sound",
        "0000000000000000, 00 00 00 00, an unknown format",
        "00, 00, an unknown format"
    })
    void another_kind_of_file_is_no_video(String hex, String first, String name) {
        assertRefused(
                Bytes.hex(hex), Reason.NOT_A_VIDEO, "not a video: the file begins with " + first + " (" + name + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE html><html></html>, 3C 21 44 4F, an HTML page",
        "'\n\n <HTML>', 0A 0A 20 3C, an HTML page",
        "\uFEFF<html>, EF BB BF 3C, an HTML page",
        "'{\"error\":\"not found\"}', 7B 22 65 72, JSON text",
        "Not Found, 4E 6F 74 20, plain text",
        "ok, 6F 6B, plain text"
    })
    void text_is_no_video(String text, String first, String name) {
        assertRefused(
                text.getBytes(StandardCharsets.UTF_8),
                Reason.NOT_A_VIDEO,
                "not a video: the file begins with " + first + " (" + name + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "524946460400000041564920, an AVI",
        "4F67675300020000, an Ogg",
        "464C560105000000, a Flash video (.flv)",
        "3026B2758E66CF11, a Windows Media (.wmv)",
        "000001BA44000400, an MPEG program stream (.mpg)"
    })
    void a_video_in_another_container_is_named(String hex, String name) {
        assertRefused(
                Bytes.hex(hex), Reason.UNSUPPORTED_CONTAINER, "it is " + name + " file; MP4, MOV or WebM is needed");
    }

    @Test
    void a_transport_stream_is_known_by_two_packets() {
        byte[] packets = new byte[2 * 188];
        packets[0] = 0x47;
        packets[188] = 0x47;

        assertRefused(
                packets,
                Reason.UNSUPPORTED_CONTAINER,
                "it is an MPEG transport stream (.ts); MP4, MOV or WebM is needed");
    }

    @Test
    void nothing_at_all_is_empty() {
        assertRefused(new byte[0], Reason.EMPTY, "the file is empty (0 bytes)");
    }

    @Test
    void a_still_picture_in_iso_boxes_is_no_video() {
        byte[] heic = Mp4File.box("ftyp", Bytes.text("heic"), Bytes.u32(0));

        assertRefused(heic, Reason.NOT_A_VIDEO, "not a video: the file is an image of brand 'heic'");
    }

    @Test
    void matroska_and_other_ebml_files_are_named() {
        assertRefused(
                WebmFile.header("matroska"),
                Reason.UNSUPPORTED_CONTAINER,
                "it is a Matroska (.mkv) file; MP4, MOV or WebM is needed");
        assertRefused(
                WebmFile.header("other"),
                Reason.UNSUPPORTED_CONTAINER,
                "it is an EBML file of type 'other'; MP4, MOV or WebM is needed");
    }
}
