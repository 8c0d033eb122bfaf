package dev.understudy.contract;

import org.opentest4j.TestAbortedException;

/** The kit ends a case that has begun, for a reason of {@link SkipReason}, with which the message begins. */
public final class CaseSkippedException extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    CaseSkippedException(SkipReason reason, Throwable cause) {
        super(reason.because(cause.getMessage()), cause);
    }
}
