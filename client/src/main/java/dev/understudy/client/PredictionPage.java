package dev.understudy.client;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a list, newest first.
 *
 * @param page 1 is the first
 * @param items fewer than the page size on the last page
 * @param total over all pages; older documentation has it, newer has not
 */
public record PredictionPage(int page, List<Prediction> items, OptionalInt total) {
    public PredictionPage {
        items = List.copyOf(items);
    }
}
