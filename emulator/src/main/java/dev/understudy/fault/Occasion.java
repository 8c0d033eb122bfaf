package dev.understudy.fault;

import dev.understudy.catalog.Model;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment at which a fault may strike.
 *
 * @param operation what is asked for, such as {@code wavespeed.submit}; {@code webhook} when the end of a job is told
 * @param model the slug of the model that it is about
 * @param makes what that model makes; empty if it is not in the catalog
 * @param name the name of the character that is to be made, or was
 * @param prediction the id of the job that it is about
 * @param at on the sandbox's clock
 */
public record Occasion(
        String operation,
        Optional<String> model,
        Optional<Model.Product> makes,
        Optional<String> name,
        Optional<String> prediction,
        Instant at) {}
