package dev.understudy.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines of a ledger are asked for.
 *
 * @param predictions ids of jobs; empty for all
 * @param model a slug; empty for all
 * @param from the first moment that counts
 * @param before the first moment after it that does not
 * @param page from 1
 * @param pageSize at least 1
 */
public record BillingQuery(
        Optional<LedgerEntry.Kind> kind,
        Set<String> predictions,
        Optional<String> model,
        Instant from,
        Instant before,
        boolean newestFirst,
        int page,
        int pageSize) {

    public BillingQuery {
        predictions = Set.copyOf(predictions);
    }

    boolean wants(LedgerEntry entry) {
        return kind.map(entry.kind()::equals).orElse(true)
                && model.map(entry.model()::equals).orElse(true)
                && !entry.at().isBefore(from)
                && entry.at().isBefore(before);
    }
}
