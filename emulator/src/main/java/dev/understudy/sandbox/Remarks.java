package dev.understudy.sandbox;

import dev.understudy.journal.Journal;
import dev.understudy.prediction.Prediction;
import dev.understudy.time.ClockMode;
import dev.understudy.time.SandboxClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to say about clips and images once they have been read, on its way into the journal. While the clock
 * runs, it goes there at once. While it stands still, when a clip was read is chance and its place in the journal must
 * not be: it goes there when its owner finds the job ended, or when the time goes on, by the jobs' dates and ids.
 */
final class Remarks {

    private record Of(Instant createdAt, String job) {}

    private final SandboxClock clock;
    private final Journal journal;
    private final SortedMap<Of, List<String>> kept =
            new TreeMap<>(Comparator.comparing(Of::createdAt).thenComparing(Of::job));

    Remarks(SandboxClock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** Goes on from where another world's stand. */
    Remarks continuing(Remarks other) {
        synchronized (other) {
            kept.putAll(other.kept);
        }
        return this;
    }

    synchronized void made(Prediction job, List<String> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        if (clock.mode() instanceof ClockMode.Frozen) {
            kept.put(of(job), List.copyOf(remarks));
        } else {
            tell(job.id(), remarks);
        }
    }

    /** To be called when the owner of a job is shown that it has ended. */
    synchronized void seen(Prediction job) {
        Optional.ofNullable(kept.remove(of(job))).ifPresent(remarks -> tell(job.id(), remarks));
    }

    /** To be called before the time goes on. */
    synchronized void tellAll() {
        kept.forEach((of, remarks) -> tell(of.job(), remarks));
        kept.clear();
    }

    private void tell(String job, List<String> remarks) {
        journal.jobNote(clock.instant(), job, remarks);
    }

    private static Of of(Prediction job) {
        return new Of(job.createdAt(), job.id());
    }
}
