package dev.understudy.client;

import java.net.URI;

/**
 * A file in the service's store, kept for 7 days by its documentation.
 *
 * @param size in bytes
 */
public record UploadedFile(URI url, String filename, long size) {}
