package dev.understudy.sandbox;

import java.util.List;

/**
 * A part of what a query found.
 *
 * @param total how many lines it found in all
 * @param more whether there are lines after this page
 */
public record BillingPage(int total, boolean more, List<Billing> items) {

    public static final BillingPage EMPTY = new BillingPage(0, false, List.of());

    public BillingPage {
        items = List.copyOf(items);
    }
}
