package dev.understudy.time;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Seeded randomness without state: a draw is a point in a tree, and what comes out depends only on the seed and the
 * names on the way. The fallback draw of a sandbox's seventh prediction is the same whatever was drawn before it, by
 * whichever thread, in whichever run.
 *
 * @param seed the point in the tree; draws with equal seeds give equal values
 */
public record Draw(long seed) {

    private static final HexFormat HEX = HexFormat.of();

    /** A seed nobody chose, for a server that was started without one. Never negative, so that it is easy to type. */
    public static long freshSeed() {
        return new SecureRandom().nextLong() >>> 1;
    }

    /** A secret that cannot be had from any seed: 32 lower-case hexadecimal digits. */
    public static String freshSecret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HEX.formatHex(bytes);
    }

    public Draw child(String name) {
        return new Draw(mix(seed ^ hash(name)));
    }

    public Draw child(long number) {
        return new Draw(mix(seed + 0x9E3779B97F4A7C15L * (number + 1)));
    }

    /** A value in [0, 1). */
    public double unit() {
        return (mix(seed) >>> 11) * 0x1.0p-53;
    }

    /** A length of time between the two bounds, both included. */
    public Duration between(Duration least, Duration most) {
        long span = most.minus(least).toNanos();
        return least.plusNanos((long) (unit() * (span + 1)));
    }

    /** 32 lower-case hexadecimal digits, the shape of every id seen on the real service. */
    public String hex32() {
        return HEX.toHexDigits(mix(seed)) + HEX.toHexDigits(mix(seed + 0x9E3779B97F4A7C15L));
    }

    /** 16 lower-case hexadecimal digits. */
    public String hex16() {
        return HEX.toHexDigits(mix(seed));
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014): well mixed, and the same on every JVM.
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    // FNV-1a over UTF-16 units.
    private static long hash(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
