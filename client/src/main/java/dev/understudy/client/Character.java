package dev.understudy.client;

/** A reusable character. (Import it by name: {@code java.lang} has a {@code Character} of its own.) */
public record Character(String id, String name) {}
