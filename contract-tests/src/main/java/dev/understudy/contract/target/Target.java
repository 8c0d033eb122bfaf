package dev.understudy.contract.target;

import java.net.URI;

/**
 * A started target, with all that a run needs to know about it.
 *
 * @param baseUri where it answers, without a path
 * @param key what it is asked with
 * @param otherKey a second account, for stand-ins only
 */
public record Target(URI baseUri, ApiKey key, ApiKey otherKey, Pacing pacing, Runnable stop) implements AutoCloseable {
    /** The given text without the keys of the run, for anything that may be shown or stored. */
    public String redact(String shown) {
        return otherKey.redact(key.redact(shown));
    }

    /** The same target with two new keys. It need not be closed. */
    public Target withOtherKeys() {
        return new Target(baseUri, ApiKey.random(), ApiKey.random(), pacing, () -> {});
    }

    @Override
    public void close() {
        stop.run();
    }
}
