package dev.understudy.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Sound inputs made unsound: always the same ones for a seed, so that a finding can be had again. */
final class Mutations {

    private static final int LARGEST = 256 * 1024;
    private static final int[] NUMBERS = {0, 1, -1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0x7FFFFFFF, 0x80000000, 0x10000000
    };
    private static final List<byte[]> WORDS = List.of(
                    "moov",
                    "trak",
                    "mdia",
                    "stts",
                    "stsz",
                    "moof",
                    "trun",
                    "edts",
                    "elst",
                    "mvhd",
                    "uuid",
                    "RIFF",
                    "IHDR",
                    "\"",
                    "\\",
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    "null",
                    "1e999",
                    "-0",
                    "\u0000",
                    "\ud83d\ude00",
                    "\r\n",
                    "--x",
                    "--x--",
                    "\r\n\r\n",
                    "&",
                    "=",
                    "%00",
                    "%zz",
                    "*a",
                    "&a ",
                    "!!",
                    "? ",
                    "- ",
                    "|",
                    ">",
                    "\t",
                    "data:",
                    ";base64,",
                    "\u001aE\u00df\u00a3",
                    "../",
                    "http://[",
                    "9999999999999999999")
            .stream()
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final Random random;
    private final List<byte[]> seeds;

    Mutations(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds.stream()
                .map(bytes -> bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes)
                .toList();
    }

    byte[] next() {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            bytes = changed(bytes);
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        // What stands at the beginning decides over the rest more often.
        int place = random.nextBoolean() ? at : Math.min(at, random.nextInt(256));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, place);
            case 1 -> numbered(bytes, place);
            case 2 -> Arrays.copyOf(bytes, place);
            case 3 -> spliced(bytes, place, WORDS.get(random.nextInt(WORDS.size())), place);
            case 4 -> spliced(bytes, place, new byte[0], Math.min(bytes.length, place + 1 + random.nextInt(64)));
            case 5 -> repeated(bytes, place);
            case 6 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                yield spliced(
                        bytes,
                        place,
                        Arrays.copyOfRange(other, Math.min(place, other.length), other.length),
                        bytes.length);
            }
            default -> flipped(numbered(bytes, place), at);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        if (at < bytes.length) {
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] numbered(byte[] bytes, int at) {
        int number = NUMBERS[random.nextInt(NUMBERS.length)];
        for (int shift = 24, to = at; shift >= 0 && to < bytes.length; shift -= 8, to++) {
            bytes[to] = (byte) (number >>> shift);
        }
        return bytes;
    }

    private byte[] repeated(byte[] bytes, int at) {
        byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(32)));
        List<byte[]> parts = new ArrayList<>();
        for (int times = 1 << random.nextInt(8); times > 0; times--) {
            parts.add(part);
        }
        byte[] all = new byte[part.length * parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return spliced(bytes, at, all, at);
    }

    // What stood between two places is replaced.
    private static byte[] spliced(byte[] bytes, int from, byte[] by, int to) {
        byte[] result = new byte[from + by.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }
}
