package dev.understudy.sandbox;

import dev.understudy.fault.RuleException;
import dev.understudy.settings.Nearest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A call that is not carried out. A dialect gives it its own shape; the message is for the caller to read. One whose
 * provider has more to say than a message throws a kind of its own, and renders that.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a call is refused. */
    public enum Reason {
        /** The call itself is at fault: bad JSON, a missing or impossible parameter. */
        INVALID,
        UNAUTHORIZED,
        /** A call that this caller may not make at all. */
        FORBIDDEN,
        NO_SUCH_PREDICTION,
        NO_SUCH_MODEL,
        NO_SUCH_ROUTE,
        /** The path is served, but not with this method. */
        NO_SUCH_METHOD,
        /** Something that can be made once is there already. */
        EXISTS_ALREADY,
        /** What has happened before rules it out. */
        CONFLICT,
        TOO_LARGE,
        /** The balance does not cover the job. */
        NO_CREDIT,
        TOO_MANY_PER_MINUTE,
        TOO_MANY_AT_ONCE,
        /** The service is down for a while. */
        UNAVAILABLE,
        /** The service fails, with the status that the refusal names. */
        FAILING,
        /** A proxy in front of the service gives up on it. */
        GATEWAY_TIMEOUT,
        /** A mistake of the emulator itself. */
        INTERNAL
    }

    /**
     * What a machine can make of a refusal.
     *
     * @param field which part of the call is at fault, such as {@code mode} or {@code rules[0].odds}
     * @param allowed what may stand there; empty if that is no list
     * @param suggestion the allowed word that is nearest to what was sent
     */
    public record Hint(String field, List<String> allowed, Optional<String> suggestion) {}

    private final Reason reason;
    private final transient Hint hint;
    private final int status;
    private final Duration retryAfter;

    public Refused(Reason reason, String message) {
        this(reason, message, null, 0, null);
    }

    private Refused(Reason reason, String message, Hint hint, int status, Duration retryAfter) {
        // No stack trace: a refusal is an answer, not an accident, and a busy server gives many.
        super(message, null, false, false);
        this.reason = reason;
        this.hint = hint;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The service fails with this HTTP status, 500 to 599. */
    public static Refused failing(int status, String message) {
        return new Refused(Reason.FAILING, message, null, status, null);
    }

    /** A fault, or a rule about one, cannot be read. */
    public static Refused of(RuleException problem) {
        Hint hint = new Hint(problem.field(), problem.allowed(), problem.suggestion());
        return new Refused(Reason.INVALID, problem.getMessage(), hint, 0, null);
    }

    /** The same refusal, which says when to try again. */
    Refused retryAfter(Optional<Duration> time) {
        return new Refused(reason, getMessage(), hint, status, time.orElse(null));
    }

    /** Something is wrong with one field of a call; the message is to name it. */
    public static Refused field(String field, String message) {
        return new Refused(Reason.INVALID, message, new Hint(field, List.of(), Optional.empty()), 0, null);
    }

    /** A field of a call must hold one of some words, and holds another. */
    public static Refused choice(String field, String sent, Collection<String> allowed) {
        Hint hint = new Hint(field, List.copyOf(allowed), Nearest.to(sent, allowed));
        String list = "%s must be one of %s".formatted(field, String.join(", ", allowed));
        return new Refused(Reason.INVALID, list + suggested(hint), hint, 0, null);
    }

    /**
     * A call has a field that means nothing.
     *
     * @param field its whole name, such as {@code rules[0].oods}
     * @param name its last part
     * @param allowed what could stand in the place of {@code name}
     */
    public static Refused unknownField(String field, String name, Collection<String> allowed) {
        Hint hint = new Hint(field, List.copyOf(allowed), Nearest.to(name, allowed));
        String list = "there is no field %s; there are %s".formatted(field, String.join(", ", allowed));
        return new Refused(Reason.INVALID, list + suggested(hint), hint, 0, null);
    }

    private static String suggested(Hint hint) {
        return hint.suggestion().map(word -> "; did you mean " + word + "?").orElse("");
    }

    public Optional<Hint> hint() {
        return Optional.ofNullable(hint);
    }

    /** The HTTP status of {@link Reason#FAILING}. */
    public int status() {
        return status;
    }

    /** What the header Retry-After is to say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Reason reason() {
        return reason;
    }
}
