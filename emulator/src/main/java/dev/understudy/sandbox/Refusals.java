package dev.understudy.sandbox;

import dev.understudy.fault.Fault;

/** What a caller is told whom a fault keeps out. */
final class Refusals {

    private Refusals() {}

    static Refused by(Fault.AtAdmission fault) {
        if (fault instanceof Fault.RateLimited limited) {
            boolean minute = limited.limit() == Fault.RateLimited.Limit.PER_MINUTE;
            Refused.Reason reason = minute ? Refused.Reason.TOO_MANY_PER_MINUTE : Refused.Reason.TOO_MANY_AT_ONCE;
            return new Refused(reason, minute ? "too many calls a minute" : "too many jobs at once")
                    .retryAfter(limited.retryAfter());
        }
        if (fault instanceof Fault.ServerError error) {
            return error.status() == 503
                    ? new Refused(Refused.Reason.UNAVAILABLE, "Service temporarily unavailable")
                    : Refused.failing(error.status(), "Internal server error");
        }
        if (fault instanceof Fault.Unauthorized) {
            return new Refused(Refused.Reason.UNAUTHORIZED, "this key is not taken");
        }
        if (fault instanceof Fault.Forbidden) {
            return new Refused(Refused.Reason.FORBIDDEN, "Forbidden");
        }
        if (fault instanceof Fault.NoCredit) {
            return new Refused(Refused.Reason.NO_CREDIT, "the balance is said not to cover it");
        }
        return fault instanceof Fault.Gone
                ? new Refused(Refused.Reason.NO_SUCH_MODEL, "model not found")
                : new Refused(Refused.Reason.GATEWAY_TIMEOUT, "a proxy is said to have waited too long");
    }
}
