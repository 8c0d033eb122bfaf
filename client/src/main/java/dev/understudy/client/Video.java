package dev.understudy.client;

import java.net.URI;

/** A generated video. Its address needs no key, and must not be given one: it is another host. */
public record Video(String predictionId, URI url) {}
