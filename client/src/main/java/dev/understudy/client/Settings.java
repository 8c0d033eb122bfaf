package dev.understudy.client;

import java.time.Duration;

/** What the builder decided. */
record Settings(
        ApiKey key,
        String baseUrl,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration pollInterval,
        Duration awaitTimeout,
        RetryPolicy retries,
        boolean retrySubmits,
        ClientClock clock) {}
