package com.example.trailers;

import java.net.URI;

/** A finished trailer. */
public record Trailer(String job, String model, URI url) {}
