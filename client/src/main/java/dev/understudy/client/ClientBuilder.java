package dev.understudy.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Settings for a {@link WaveSpeedClient}; every one but the key has a default. */
public final class ClientBuilder {
    private static final String DEFAULT_BASE_URL = "https://api.wavespeed.ai";

    private String apiKey;
    private String baseUrl;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(30);
    private Duration pollInterval = Duration.ofSeconds(1);
    private Duration awaitTimeout = Duration.ofMinutes(10);
    private RetryPolicy retries = RetryPolicy.standard();
    private boolean retrySubmits;
    private ClientClock clock = new ClientClock() {};

    ClientBuilder(UnaryOperator<String> environment) {
        this.apiKey = environment.apply("WAVESPEED_API_KEY");
        String url = environment.apply("WAVESPEED_BASE_URL");
        this.baseUrl = url == null || url.isBlank() ? DEFAULT_BASE_URL : url.strip();
    }

    /** Visible ASCII. Default: the environment variable {@code WAVESPEED_API_KEY}. */
    public ClientBuilder apiKey(String key) {
        this.apiKey = key;
        return this;
    }

    /** Scheme, host, port and perhaps a path. Default: {@code WAVESPEED_BASE_URL}, else the real service. */
    public ClientBuilder baseUrl(URI url) {
        this.baseUrl = url.toString();
        return this;
    }

    /** Default 10 s. */
    public ClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    /** From sending a request to the last byte of its answer; default 30 s. */
    public ClientBuilder requestTimeout(Duration timeout) {
        this.requestTimeout = timeout;
        return this;
    }

    /** Default 1 s, as the vendor's own clients; its documentation asks for 5 s or more with videos. */
    public ClientBuilder pollInterval(Duration interval) {
        this.pollInterval = interval;
        return this;
    }

    /** How long {@code await} waits in all, retries included, and how long one upload may take; default 10 min. */
    public ClientBuilder awaitTimeout(Duration timeout) {
        this.awaitTimeout = timeout;
        return this;
    }

    public ClientBuilder retries(RetryPolicy policy) {
        this.retries = policy;
        return this;
    }

    /**
     * Whether submits are repeated like polls. Off by default: after a lost answer the job may exist, and a second
     * one would be paid for too.
     */
    public ClientBuilder retrySubmits(boolean repeat) {
        this.retrySubmits = repeat;
        return this;
    }

    public ClientBuilder clock(ClientClock clock) {
        this.clock = clock;
        return this;
    }

    /** @throws IllegalArgumentException when there is no usable key, or the base URL is not one */
    public WaveSpeedClient build() {
        return new WaveSpeedClient(settings());
    }

    Settings settings() {
        return new Settings(
                new ApiKey(apiKey),
                base(baseUrl),
                connectTimeout,
                requestTimeout,
                pollInterval,
                awaitTimeout,
                retries,
                retrySubmits,
                clock);
    }

    private static String base(String url) {
        URI uri = Fields.address(url);
        if (uri == null || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("Not a base URL such as " + DEFAULT_BASE_URL);
        }
        return uri.toString().replaceAll("/+$", "");
    }
}
