package dev.understudy.catalog;

/**
 * How the provider's catalog shows a model, beyond what is needed to run it.
 *
 * @param type in the provider's words, such as {@code text-to-video}
 * @param requestSchema the JSON schema of its input, as JSON without line breaks, keys in the file's order
 */
public record Listing(String name, String description, String type, int sortOrder, String requestSchema) {}
