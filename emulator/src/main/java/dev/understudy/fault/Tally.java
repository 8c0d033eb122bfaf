package dev.understudy.fault;

import dev.understudy.time.Draw;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A rule with its account.
 *
 * @param matched how many calls or jobs it was about, when no rule before it struck them
 */
record Tally(String id, Rule rule, long matched, long struck) {

    /** What came of asking a rule: its account after that, and whether it strikes. */
    record Asked(Tally after, boolean strikes, Optional<Drawn> drawn) {}

    static Tally of(String id, Rule rule) {
        return new Tally(id, rule, 0, 0);
    }

    Asked ask(Place place, Occasion occasion, Instant began, Draw draw, String path) {
        if (!rule.isAbout(place, occasion)) {
            return new Asked(this, false, Optional.empty());
        }
        long number = matched + 1 - rule.after();
        Moment moment = new Moment(
                number,
                struck,
                occasion.at(),
                Duration.between(began, occasion.at()),
                key(place, occasion, number),
                draw.child(id),
                path + "/" + id);
        Verdict verdict = rule.when().judge(moment);
        boolean strikes = verdict.strikes() && number > 0;
        Tally after = verdict.counts() ? new Tally(id, rule, matched + 1, struck + (strikes ? 1 : 0)) : this;
        return new Asked(after, strikes, verdict.drawn());
    }

    Account account(Instant now) {
        return Account.of(this, now);
    }

    // Which of two webhooks due at once goes first is a matter of threads; whose it is, is not.
    private static String key(Place place, Occasion occasion, long number) {
        return place == Place.WEBHOOK ? occasion.prediction().orElse("") : Long.toString(number);
    }
}
