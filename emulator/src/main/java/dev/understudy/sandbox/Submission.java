package dev.understudy.sandbox;

import java.util.Map;

/**
 * A job as somebody asks for it.
 *
 * @param model the slug, which may be nobody's
 * @param input as it was sent, unchecked
 * @param sync whether the answer is to come when the job has ended
 * @param webhook whether the job's end is to be told to a receiver
 */
public record Submission(String model, Map<String, Object> input, boolean sync, boolean webhook) {}
