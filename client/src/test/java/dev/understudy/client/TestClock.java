package dev.understudy.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while the client believes it sleeps, and is remembered. */
final class TestClock implements ClientClock {
    static final Instant START = Instant.parse("2026-03-20T08:00:00Z");

    final List<Duration> sleeps = new ArrayList<>();
    private Instant now = START;
    double chance;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        sleeps.add(duration);
        now = now.plus(duration);
    }

    @Override
    public double chance() {
        return chance;
    }

    Duration slept() {
        return Duration.between(START, now);
    }
}
