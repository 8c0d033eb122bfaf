package dev.understudy.settings;

/**
 * Account levels with their limits, as the provider's account-levels page had them in 2026. An older page had 5 videos
 * a minute and 3 concurrent jobs for Bronze.
 */
public enum AccountLevel {
    /** No limits, the default: a limiter that nobody asked for surprises people. */
    UNLIMITED(Integer.MAX_VALUE, Integer.MAX_VALUE),
    BRONZE(2, 2),
    SILVER(500, 300),
    GOLD(3_000, 3_000),
    ULTRA(5_000, 10_000);

    private final int perMinute;
    private final int concurrent;

    AccountLevel(int perMinute, int concurrent) {
        this.perMinute = perMinute;
        this.concurrent = concurrent;
    }

    /** Jobs that may be submitted within a minute. */
    public int perMinute() {
        return perMinute;
    }

    /** Jobs that may be waiting or running at once. */
    public int concurrent() {
        return concurrent;
    }
}
