package dev.understudy.sandbox;

import dev.understudy.fault.Struck;
import dev.understudy.journal.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a job is as it is.
 *
 * @param status {@code queued}, {@code processing}, {@code completed}, {@code failed} or {@code deleted}, whatever a fault
 *     makes a poll show
 * @param error why it failed
 * @param timed whether time moves it; else polls or steps do
 * @param starts when it leaves the queue, if that is known
 * @param ends when it ends, if that is known and it ever does
 * @param endless whether it never ends
 * @param faults what goes wrong in it and with its webhook, and what went wrong with calls about it
 * @param price what it was charged for, in US dollars; empty if that is not known any more
 * @param refunded whether that has come back
 * @param entries what the journal still has about it, oldest first
 * @param story all that in sentences, in the order in which it happened
 */
public record JobExplanation(
        String id,
        String model,
        String status,
        Optional<String> error,
        Instant created,
        boolean timed,
        Optional<Instant> starts,
        Optional<Instant> ends,
        boolean endless,
        List<Struck> faults,
        Optional<BigDecimal> price,
        boolean refunded,
        List<Entry> entries,
        List<String> story) {}
