package dev.understudy.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixCodeTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 19, 40, 280})
    void isCompleteAndAsShortAsHuffmansWhereNoLimitIsInTheWay(int symbols) {
        Random random = new Random(symbols);
        for (int round = 0; round < 50; round++) {
            int[] frequencies =
                    random.ints(symbols, 0, 100).map(i -> i * i / 100).toArray();
            frequencies[0] = frequencies[symbols - 1] = 1;
            PrefixCode code = PrefixCode.of(frequencies, 30);

            assertThat(share(code)).isEqualTo(1);
            assertThat(bits(code, frequencies)).isEqualTo(huffman(frequencies));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 15, 16})
    void keepsToItsLimitWhereTheBestCodeWouldBeLonger(int limit) {
        int[] doubling = IntStream.range(0, 28).map(i -> 1 << i).toArray();
        PrefixCode code = PrefixCode.of(doubling, limit);

        assertThat(code.lengths())
                .containsOnly(IntStream.rangeClosed(1, limit)
                        .filter(length -> contains(code, length))
                        .toArray());
        assertThat(IntStream.of(code.lengths()).max()).hasValue(limit);
        assertThat(share(code)).isEqualTo(1);
        assertThat(code.lengths()).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void givesTheLastWordOfOnesToTheHighestOfTheRarestSymbols() {
        PrefixCode code = PrefixCode.of(new int[] {1, 7, 1, 0, 3, 1}, 16);

        assertThat(code.symbols()).containsExactly(0, 1, 2, 4, 5);
        int length = IntStream.of(code.lengths()).max().orElseThrow();
        assertThat(code.length(5)).isEqualTo(length);
        assertThat(code.word(5)).isEqualTo((1 << length) - 1);
    }

    @Test
    void needsNoBitsForASymbolThatIsAlone() {
        assertThat(PrefixCode.of(new int[] {0, 9, 0}, 15).lengths()).containsOnly(0);
        assertThat(PrefixCode.of(new int[3], 15).symbols()).isEmpty();
    }

    private static boolean contains(PrefixCode code, int length) {
        return Arrays.stream(code.lengths()).anyMatch(each -> each == length);
    }

    /** The part of all words that the code takes up: 1 if each series of bits can be read in exactly one way. */
    private static double share(PrefixCode code) {
        return IntStream.of(code.lengths())
                .filter(length -> length > 0)
                .mapToDouble(length -> Math.pow(2, -length))
                .sum();
    }

    private static long bits(PrefixCode code, int[] frequencies) {
        return IntStream.range(0, frequencies.length)
                .mapToLong(symbol -> (long) frequencies[symbol] * code.length(symbol))
                .sum();
    }

    /** The weights of all inner nodes of Huffman's tree. */
    private static long huffman(int[] frequencies) {
        PriorityQueue<Long> weights = new PriorityQueue<>();
        IntStream.of(frequencies).filter(each -> each > 0).forEach(each -> weights.add((long) each));
        long bits = 0;
        while (weights.size() > 1) {
            long pair = weights.remove() + weights.remove();
            bits += pair;
            weights.add(pair);
        }
        return bits;
    }
}
