package dev.understudy.dialect.eachlabs;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Order;
import dev.understudy.sandbox.Polled;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Submission;
import java.math.BigDecimal;

/**
 * Submitting jobs and asking after them. "Submitting essentially always succeeds": what is wrong with an input shows in
 * a poll.
 */
final class Predictions {

    private final PredictionJson json;

    Predictions(PredictionJson json) {
        this.json = json;
    }

    Reply submit(Call call) {
        NewPrediction sent = NewPrediction.of(call.request());
        Order order = order(sent);
        admit(call, sent, order);
        Prediction job = submit(call, sent, order);
        call.visit().shows("created", false);
        return Reply.json(200, PredictionJson.submitted(job));
    }

    Reply get(Call call) {
        Polled polled = call.sandbox()
                .poll(Uuids.plain(call.request().variable("id")))
                .filter(one -> !one.job().isDeleted())
                .orElseThrow(() -> new Refused(
                        Refused.Reason.NO_SUCH_PREDICTION, "this key has no such prediction; another key may have it"));
        call.visit().shows(json.status(polled.state()), polled.state() instanceof State.Ended);
        return Reply.json(200, json.polled(polled.job(), polled.state(), price(call, polled.job()), Links.of(call)));
    }

    static Order order(NewPrediction sent) {
        return Order.of(Model.named(EachLabs.PROVIDER, sent.model()), sent.input())
                .named(Uuids.NAMING)
                .within(Concurrency::of)
                .thatFailsLate();
    }

    /** Lets a submission in. */
    static void admit(Call call, NewPrediction sent, Order order) {
        boolean told = sent.receiver().isPresent();
        call.visit().submits(new Submission(order.model(), order.input(), order.awaited(), told));
        call.sandbox().admit(call.visit());
    }

    /** Has a job begun that has been let in. */
    static Prediction submit(Call call, NewPrediction sent, Order order) {
        Prediction job = call.sandbox().submit(order, call.visit());
        Callbacks.register(call, sent, job);
        return job;
    }

    static BigDecimal price(Call call, Prediction job) {
        return call.sandbox().ledger().price(job.id()).orElse(BigDecimal.ZERO);
    }
}
