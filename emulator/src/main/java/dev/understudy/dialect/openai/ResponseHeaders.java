package dev.understudy.dialect.openai;

import dev.understudy.dialect.Answered;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timeline;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Visit;
import dev.understudy.time.Draw;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Headers of every answer, from the provider's page on debugging requests, and those that its SDKs read beyond them. All
 * values repeat with the seed: they are drawn by the number of the call's journal entry.
 */
final class ResponseHeaders {

    private static final Duration SOONEST_POLL = Duration.ofMillis(100);
    private static final Duration LATEST_POLL = Duration.ofSeconds(5);

    private ResponseHeaders() {}

    static Map<String, String> of(Answered answered) {
        Draw draw = draw(answered);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-request-id", "req_" + draw.child("id").hex32());
        headers.put("openai-version", "2020-10-01");
        Duration took = draw.child("took").between(Duration.ofMillis(20), Duration.ofMillis(400));
        headers.put("openai-processing-ms", Long.toString(took.toMillis()));
        answered.caller().ifPresent(sandbox -> {
            headers.put("openai-organization", "org-" + sandbox.reference());
            answered.visit().ifPresent(visit -> about(visit, sandbox, headers));
        });
        return headers;
    }

    // What nobody's sandbox was asked has no number; it is drawn by what it was.
    private static Draw draw(Answered answered) {
        if (answered.caller().isPresent() && answered.entry().isPresent()) {
            return answered.caller()
                    .get()
                    .draw("answers of " + VideoOrders.PROVIDER)
                    .child(answered.entry().getAsLong());
        }
        String what = answered.request().method() + " " + answered.request().path();
        return new Draw(answered.status()).child(what);
    }

    private static void about(Visit visit, Sandbox sandbox, Map<String, String> headers) {
        visit.model().ifPresent(model -> headers.putAll(RateLimits.headers(sandbox, model)));
        visit.refusal().ifPresent(refused -> retry(refused, headers));
        visit.shown()
                .filter(shown -> !shown.ended())
                .flatMap(shown -> visit.prediction())
                .flatMap(sandbox::prediction)
                .ifPresent(job -> headers.put("openai-poll-after-ms", pause(job, sandbox)));
    }

    // The clients of this provider obey these two before anything else that an answer says.
    private static void retry(Refused refused, Map<String, String> headers) {
        refused.retryAfter().ifPresent(time -> headers.put("retry-after-ms", Long.toString(time.toMillis())));
        if (refused.reason() == Refused.Reason.NO_CREDIT) {
            headers.put("x-should-retry", "false");
        }
    }

    // How the real service chooses it is not known: here, the time that is left, within bounds.
    private static String pause(Prediction job, Sandbox sandbox) {
        Timeline timeline = job.timeline();
        Duration left =
                timeline.endKnown() ? Duration.between(sandbox.clock().instant(), timeline.ends()) : SOONEST_POLL;
        Duration pause = Optional.of(left)
                .filter(time -> time.compareTo(SOONEST_POLL) > 0)
                .orElse(SOONEST_POLL);
        return Long.toString((pause.compareTo(LATEST_POLL) < 0 ? pause : LATEST_POLL).toMillis());
    }
}
