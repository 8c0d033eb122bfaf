package dev.understudy.journal.hygiene;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a client should do, and where that is said. Whether it spreads its retries over time is not among them: that
 * cannot be told from one client's calls.
 */
public enum HygieneRule {
    POLL_GENTLY(
            "polls faster than advised",
            Severity.MAJOR,
            "Poll a job at most once a second.",
            "the provider's documentation advises 5 s or more for videos and 2 s for images, its guide 1 to 2 s, and its"
                    + " clients poll every 1.0 s; the shortest of these counts, less a tenth",
            (calls, jobs) -> Pace.polls(calls)),
    STOP_AT_THE_END(
            "polls after the end",
            Severity.MINOR,
            "Stop polling a job when an answer has shown its end. One more read is not counted.",
            "the provider's documentation: poll until the status is completed or failed",
            (calls, jobs) -> Endings.polledOn(calls)),
    READ_RESULTS(
            "results never read",
            Severity.MINOR,
            "Read the end of every job that was paid for, or delete the job; results are kept for seven days.",
            "the provider's documentation: predictions are kept for seven days",
            Endings::neverRead),
    HONOUR_RETRY_AFTER(
            "Retry-After ignored",
            Severity.MAJOR,
            "Do not call again before the time that Retry-After gives is over.",
            "RFC 9110, section 10.2.3; the real service documents no such header, proxies before it may send it",
            (calls, jobs) -> Pace.retryAfter(calls)),
    BACK_OFF(
            "no backoff after a failure",
            Severity.MAJOR,
            "After 429 or 5xx wait a second or more before the same call, and longer each time.",
            "the provider's documentation: back off, limits reset every minute; its clients wait 1 s, then 2 s, and so"
                    + " on, five times at most",
            (calls, jobs) -> Pace.backoff(calls)),
    SUBMIT_ONCE(
            "paid twice for one job",
            Severity.GRAVE,
            "Do not submit again when an answer was lost: look in the list of predictions whether the job is there.",
            "the provider's JavaScript client, which refuses to: the task may already have been created",
            Submits::paidTwice),
    LOOK_BEFORE_REPEATING(
            "the same job twice in a moment",
            Severity.NOTE,
            "The same input was submitted twice within two seconds; perhaps it was meant.",
            "this project; nothing forbids it",
            Submits::repeated),
    ACCEPT_REFUSALS(
            "a refused submission repeated",
            Severity.MINOR,
            "Do not send again what was refused for what it says; waiting does not make it right.",
            "the provider's error table: 400, 401, 403 and 404 are not to be retried",
            (calls, jobs) -> Submits.refused(calls)),
    KEEP_THE_KEY(
            "the key sent to the media host",
            Severity.GRAVE,
            "Leave the Authorization header out where files are uploaded to and fetched from: it is somebody else's host.",
            "the provider's upload tickets, which list the headers to send; the key is none of them",
            (calls, jobs) -> Submits.keyGivenAway(calls));

    /** The shortest interval that any official source advises, less a tenth for clocks that are not in step. */
    static final Duration SHORTEST = Duration.ofMillis(900);

    private final String title;
    private final Severity severity;
    private final String advice;
    private final String source;
    private final BiFunction<Calls, Jobs, List<Evidence>> check;

    HygieneRule(
            String title,
            Severity severity,
            String advice,
            String source,
            BiFunction<Calls, Jobs, List<Evidence>> check) {
        this.title = title;
        this.severity = severity;
        this.advice = advice;
        this.source = source;
        this.check = check;
    }

    /** What a client does that breaks it. */
    public String title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }

    /** What to do, in a sentence. */
    public String advice() {
        return advice;
    }

    /** Who says so. */
    public String source() {
        return source;
    }

    List<Evidence> broken(Calls calls, Jobs jobs) {
        return check.apply(calls, jobs);
    }
}
