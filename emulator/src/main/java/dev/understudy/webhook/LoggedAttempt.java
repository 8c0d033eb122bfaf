package dev.understudy.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt as the delivery log has it.
 *
 * @param at when it began, on the sandbox's clock
 * @param statusCode empty unless the receiver answered
 * @param response the beginning of what the receiver answered; empty if it did not
 * @param error why there was no answer, if there was none
 */
public record LoggedAttempt(
        Instant at, Status status, Optional<Integer> statusCode, String response, Optional<String> error) {

    public enum Status {
        /** Under way. */
        PENDING,
        /** The receiver answered with a 2xx. */
        SUCCESS,
        FAILED
    }

    static LoggedAttempt begun(Instant at) {
        return new LoggedAttempt(at, Status.PENDING, Optional.empty(), "", Optional.empty());
    }

    LoggedAttempt over(Receipt receipt) {
        Status end = receipt.accepted() ? Status.SUCCESS : Status.FAILED;
        return receipt instanceof Receipt.Answered answer
                ? new LoggedAttempt(at, end, Optional.of(answer.status()), answer.beginning(), Optional.empty())
                : new LoggedAttempt(at, end, Optional.empty(), "", Optional.of(receipt.result()));
    }
}
