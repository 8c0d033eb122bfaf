package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.BillingPage;
import dev.understudy.sandbox.BillingQuery;
import dev.understudy.sandbox.LedgerEntry;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an account has, has used and was billed. Paths, parameters and shapes are as the provider documents them; the
 * texts of refusals are ours.
 */
final class BillingEndpoints {

    private static final Duration LONGEST_RANGE = Duration.ofDays(31);
    private static final int LARGEST_PAGE = 100;
    private static final String OLDEST_FIRST = "created_at ASC";
    private static final String NEWEST_FIRST = "created_at DESC";

    /** {@code GET /api/v3/balance}, which the official tools call. */
    Reply balance(Call call) {
        BigDecimal balance = call.sandbox().ledger().balance();
        return Reply.json(200, Envelope.success(json -> {
            json.writeStartObject();
            Json.amount(json, "balance", balance);
            json.writeEndObject();
        }));
    }

    /** {@code GET /api/v3/account/balance}, which one page of the documentation has instead. */
    Reply accountBalance(Call call) {
        BigDecimal balance = call.sandbox().ledger().balance();
        return Reply.json(200, Envelope.success(json -> {
            json.writeStartObject();
            Json.amount(json, "balance", balance);
            json.writeStringField("currency", "USD");
            json.writeEndObject();
        }));
    }

    /** {@code POST /api/v3/user/usage_stats}. */
    Reply usage(Call call) {
        BodyFields sent = new BodyFields(call.request().body());
        Instant from = sent.time("start_time").orElseThrow(() -> sent.missing("start_time"));
        Instant to = sent.time("end_time").orElseThrow(() -> sent.missing("end_time"));
        requireOrder(from, to);
        if (Duration.between(from, to).compareTo(LONGEST_RANGE) > 0) {
            throw new Refused(Refused.Reason.INVALID, "the time range must not exceed 31 days");
        }
        Sandbox sandbox = call.sandbox();
        return Reply.json(
                200,
                UsageJson.write(
                        sandbox.ledger().usage(from, after(to), sent.text("model_uuid")), sandbox.ledger()::model));
    }

    /** {@code POST /api/v3/billings/search}. */
    Reply search(Call call) {
        BodyFields sent = new BodyFields(call.request().body());
        BillingQuery query = query(sent);
        Sandbox sandbox = call.sandbox();
        boolean ours =
                sent.text("access_key_uuid").map(sandbox.reference()::equals).orElse(true);
        BillingPage found = ours ? sandbox.ledger().search(query) : BillingPage.EMPTY;
        return Reply.json(200, BillingJson.write(query.page(), found, sandbox.reference()));
    }

    private static BillingQuery query(BodyFields sent) {
        Instant from = sent.timeOrMilliseconds("start_time").orElse(Instant.MIN);
        Optional<Instant> to = sent.timeOrMilliseconds("end_time");
        to.ifPresent(end -> requireOrder(from, end));
        return new BillingQuery(
                sent.choice("billing_type", List.of(BillingJson.DEDUCT, BillingJson.REFUND))
                        .map(type ->
                                type.equals(BillingJson.REFUND) ? LedgerEntry.Kind.REFUND : LedgerEntry.Kind.CHARGE),
                sent.texts("prediction_uuids"),
                sent.text("model_uuid"),
                from,
                to.map(BillingEndpoints::after).orElse(Instant.MAX),
                !sent.choice("sort", List.of(OLDEST_FIRST, NEWEST_FIRST))
                        .orElse(NEWEST_FIRST)
                        .equals(OLDEST_FIRST),
                sent.whole("page", 1, 1, Integer.MAX_VALUE),
                sent.whole("page_size", 10, 1, LARGEST_PAGE));
    }

    private static void requireOrder(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new Refused(Refused.Reason.INVALID, "end_time must not be before start_time");
        }
    }

    // Answers show whole milliseconds: whoever asks up to a time that was shown wants what happened within it, too.
    private static Instant after(Instant last) {
        return last.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }
}
