package dev.understudy.http;

import java.time.Duration;

/**
 * How much is taken in, and for how long a caller is waited for.
 *
 * @param body of a JSON body, which is held in memory, in bytes
 * @param upload of an uploaded file, which goes to disk, in bytes
 * @param patience how long nothing may come of a body that has begun, or be taken of an answer, in real time
 */
record Limits(long body, long upload, Duration patience) {

    /** Of one request. */
    static final int HEADERS = 200;

    /** Requests at once on one connection of HTTP/2. */
    static final int STREAMS = 128;

    /** Of a query, or fields of a form. */
    static final int PARAMETERS = 1_000;

    private static final int LARGEST_AT_ONCE = 8;

    /** Of all bodies that are coming in together, on disk, in bytes: as much as a few of the largest, or many others. */
    long spooled() {
        return LARGEST_AT_ONCE * Math.max(body, upload);
    }
}
