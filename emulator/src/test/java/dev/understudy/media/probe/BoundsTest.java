package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.text;
import static dev.understudy.media.probe.Bytes.u32;
import static dev.understudy.media.probe.Bytes.u64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.media.probe.BadClipException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a probe may cost, whatever the file says. */
@Timeout(30)
class BoundsTest {

    @Test
    void a_good_clip_is_judged_by_its_index() throws BadClipException, IOException {
        byte[] clip = Fixtures.bytes("clip-4s.mp4");
        CountingChannel channel = new CountingChannel(clip);

        ClipProbe.probe(channel);

        assertThat(channel.bytesRead()).isLessThan(clip.length);
        assertThat(channel.largestRead()).isLessThanOrEqualTo(16 * 1024);
    }

    @Test
    void a_clip_of_many_gigabytes_costs_its_index_only() throws BadClipException, IOException {
        byte[] index = new Mp4File().bytes();
        byte[] head = cat(index, u32(1), text("mdat"), u64((1L << 40) - index.length));
        CountingChannel channel = new CountingChannel(head, new byte[1], 1L << 40);

        assertThat(ClipProbe.probe(channel).width()).isEqualTo(720);
        assertThat(channel.bytesRead()).isLessThan(20_000);
    }

    @Test
    void a_gigabyte_of_empty_elements_ends_at_the_limit() {
        byte[] head = cat(WebmFile.header("webm"), Bytes.hex("18538067 FF 1F43B675 FF"));
        CountingChannel channel = new CountingChannel(head, Bytes.hex("EC 80"), 1L << 30);

        assertThatExceptionOfType(BadClipException.class)
                .isThrownBy(() -> ClipProbe.probe(channel))
                .withMessage("the file needs more than 67,108,864 bytes of index to be read: it is no short clip")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED));
        assertThat(channel.bytesRead()).isLessThanOrEqualTo(Source.MAX_FETCHED);
    }

    @Test
    void a_file_that_shrinks_under_the_reader_is_truncated() {
        byte[] clip = Fixtures.bytes("moov-last.mp4");
        CountingChannel shrunk = new CountingChannel(clip) {
            @Override
            public int read(ByteBuffer target) {
                return position() > 100 ? -1 : super.read(target);
            }
        };

        assertThatExceptionOfType(BadClipException.class)
                .isThrownBy(() -> ClipProbe.probe(shrunk))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED));
    }

    @Test
    void a_channel_that_fails_is_no_bad_clip() {
        CountingChannel broken = new CountingChannel(Fixtures.bytes("clip-2s.mp4")) {
            @Override
            public long size() throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThatThrownBy(() -> ClipProbe.probe(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }
}
