package dev.understudy.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages the fixtures in seeded ways. Whatever comes of it, the prober answers with a sane clip or a {@link BadClipException},
 * and reads no more than a few times the file.
 */
@Timeout(120)
class MutationTest {

    private static final int SEEDS = 16;
    private static final int MUTATIONS_PER_SEED = 1_000;
    /** Tables are short and walked side by side; small files are mostly window. */
    private static final int SLACK = 64 * 1024;

    private static final List<byte[]> FILES =
            Fixtures.names().stream().map(Fixtures::bytes).toList();

    private static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_file_is_a_clip_or_a_refusal(long seed) throws IOException {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < MUTATIONS_PER_SEED; i++) {
            byte[] damaged = damage(random);
            if (!probes(damaged, "seed " + seed + ", mutation " + i)) {
                refused++;
            }
        }
        assertThat(refused).as("some damage is noticed, some is not").isBetween(100, MUTATIONS_PER_SEED - 100);
    }

    private static boolean probes(byte[] damaged, String label) throws IOException {
        CountingChannel channel = new CountingChannel(damaged);
        try {
            assertSane(ClipProbe.probe(channel), label);
            return true;
        } catch (BadClipException e) {
            assertThat(e.getMessage()).as(label).isNotBlank().doesNotContain("\n");
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(label, e);
        } finally {
            assertThat(channel.bytesRead()).as(label).isLessThan(4L * damaged.length + SLACK);
        }
    }

    private static void assertSane(Clip clip, String label) {
        assertThat(clip.duration()).as(label).isGreaterThan(Duration.ZERO);
        assertThat(clip.width()).as(label).isPositive();
        assertThat(clip.height()).as(label).isPositive();
        assertThat(clip.framesPerSecond()).as(label).isBetween(0.0, 1000.0);
    }

    private static byte[] damage(Random random) {
        byte[] bytes = pick(random).clone();
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            bytes = damageOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] damageOnce(byte[] bytes, Random random) {
        int at = place(bytes, random);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> splice(bytes, at, pick(random), random);
            case 2 -> repeat(bytes, at, random);
            case 3, 4 -> flip(bytes, at, random);
            default -> overwrite(bytes, at, random);
        };
    }

    private static byte[] pick(Random random) {
        return FILES.get(random.nextInt(FILES.size()));
    }

    /** Mostly where the structure is: near the beginning, or near the end for a file whose index comes last. */
    private static int place(byte[] bytes, Random random) {
        int reach = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, 2_500);
        int at = random.nextInt(reach);
        return random.nextInt(5) == 0 ? bytes.length - 1 - at : at;
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** Writes numbers that hurt over one, two, four or eight bytes. */
    private static byte[] overwrite(byte[] bytes, int at, Random random) {
        long[] numbers = {0, 1, 2, 8, 0x7f, 0xff, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL, -1, Long.MIN_VALUE};
        long number = random.nextInt(3) == 0 ? random.nextLong() : numbers[random.nextInt(numbers.length)];
        int width = 1 << random.nextInt(4);
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (number >> 8 * (width - 1 - i));
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int at, byte[] other, Random random) {
        int from = other.length == 0 ? 0 : place(other, random);
        byte[] rest = Arrays.copyOfRange(other, from, other.length);
        return Bytes.cat(Arrays.copyOf(bytes, at), rest);
    }

    private static byte[] repeat(byte[] bytes, int at, Random random) {
        int from = Math.max(0, at - random.nextInt(200));
        return Bytes.cat(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
