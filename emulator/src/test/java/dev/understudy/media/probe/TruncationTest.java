package dev.understudy.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.probe.BadClipException.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every good clip, cut off at many places. */
class TruncationTest {

    /** Written without knowing the end: a cut between two of their parts leaves a shorter clip that is whole. */
    private static final Set<String> OPEN_ENDED = Set.of(
            "fragmented-3s.mp4",
            "fragmented-4s.mp4",
            "fragmented-first-in-moov.mp4",
            "fragmented-sidx.mp4",
            "live.webm",
            "live-4s.webm");

    private static Stream<String> closed() {
        return FixtureRow.good().stream().map(FixtureRow::name).filter(name -> !OPEN_ENDED.contains(name));
    }

    private static Set<String> openEnded() {
        return OPEN_ENDED;
    }

    @ParameterizedTest
    @MethodSource("closed")
    void a_clip_that_knows_its_end_is_truncated_wherever_it_is_cut(String name) {
        byte[] whole = Fixtures.bytes(name);

        for (int length : cuts(whole.length)) {
            assertThat(outcome(whole, length))
                    .as("%s cut to %s bytes", name, length)
                    .isEqualTo(expected(length));
        }
    }

    @ParameterizedTest
    @MethodSource("openEnded")
    void a_clip_without_a_known_end_is_truncated_or_shorter(String name) throws BadClipException {
        byte[] whole = Fixtures.bytes(name);
        Duration full = ClipProbe.probe(whole).duration();
        int accepted = 0;

        List<Integer> cuts = cuts(whole.length);
        for (int length : cuts) {
            Object outcome = outcome(whole, length);
            if (outcome instanceof Duration duration) {
                assertThat(duration).isLessThanOrEqualTo(full);
                accepted++;
            } else {
                assertThat(outcome).as("%s cut to %s bytes", name, length).isEqualTo(expected(length));
            }
        }
        assertThat(accepted).as("cuts that fell between two parts").isLessThan(cuts.size() / 10);
    }

    /** The beginning byte by byte, the end likewise, and places all over between. */
    private static List<Integer> cuts(int length) {
        TreeSet<Integer> cuts = new TreeSet<>();
        IntStream.range(0, 200).forEach(i -> {
            cuts.add(i);
            cuts.add(length - 1 - i);
            cuts.add((int) ((long) length * i / 200));
        });
        return List.copyOf(cuts);
    }

    /** Fewer than eight bytes of MP4 and fewer than four of WebM could be anything. */
    private static Reason expected(int length) {
        return length == 0 ? Reason.EMPTY : Reason.TRUNCATED;
    }

    private static Object outcome(byte[] whole, int length) {
        try {
            return ClipProbe.probe(Arrays.copyOf(whole, length)).duration();
        } catch (BadClipException e) {
            boolean unrecognisable = e.reason() == Reason.NOT_A_VIDEO && length < 8;
            return unrecognisable && length > 0 ? Reason.TRUNCATED : e.reason();
        }
    }
}
