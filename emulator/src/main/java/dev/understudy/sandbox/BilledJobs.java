package dev.understudy.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a ledger knows of its jobs. Nearly all go as their charges say, and of those there is nothing else to keep. For one
 * thread at a time.
 */
final class BilledJobs {

    private final Shelves entries;

    // Those of which there is more to learn, or that did not go as their charges say.
    private final Map<String, BilledJob> apart = new HashMap<>();

    BilledJobs(Shelves entries) {
        this.entries = entries;
    }

    /** The same jobs, for a copy of the ledger. */
    BilledJobs copy(Shelves itsEntries) {
        BilledJobs copy = new BilledJobs(itsEntries);
        copy.apart.putAll(apart);
        return copy;
    }

    void begin(LedgerEntry charge) {
        apart.put(charge.prediction(), BilledJob.begun(charge));
    }

    /** The job of a charge whose line is still there. */
    BilledJob of(LedgerEntry charge) {
        BilledJob job = apart.get(charge.prediction());
        return job == null ? BilledJob.asCharged(charge) : job;
    }

    /** Empty if there is none, or its line was thrown away and nothing is left to be learned of it. */
    Optional<BilledJob> find(String prediction) {
        BilledJob job = apart.get(prediction);
        return job == null ? entries.charge(prediction).map(BilledJob::asCharged) : Optional.of(job);
    }

    void put(BilledJob job) {
        if (job.isAsCharged()) {
            apart.remove(job.charge().prediction());
        } else {
            apart.put(job.charge().prediction(), job);
        }
    }

    /**
     * Forgets a job whose line is thrown away, unless it may still have money to come.
     *
     * @return whether nothing is known of it any more
     */
    boolean forget(String prediction) {
        return apart.computeIfPresent(prediction, (id, job) -> job.open() ? job : null) == null;
    }
}
