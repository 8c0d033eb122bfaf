package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For tests of callers who wait: what has come of their calls meanwhile. */
final class Waiting {

    private Waiting() {}

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("ten seconds").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    static int total(Api api) {
        return api.get("/api/v3/predictions").data().path("total").asInt();
    }

    static String newest(Api api) {
        return api.get("/api/v3/predictions")
                .data()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
