package dev.understudy.http;

/**
 * The largest bodies that are taken in, in bytes.
 *
 * @param body of a JSON body, which is held in memory
 * @param upload of an uploaded file, which goes to disk
 */
record Limits(long body, long upload) {}
