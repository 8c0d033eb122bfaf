package dev.understudy.fault;

import dev.understudy.time.Draw;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which fault strikes what, and when.
 *
 * @param after how many of the calls or jobs that it is about are let off first
 * @param source the sentence that it rests on; profiles have one for each rule
 */
public record Rule(Fault fault, When when, Filter filter, int after, Optional<String> source) {

    public Rule {
        RuleCheck.requirePossible(fault, filter);
    }

    boolean isAbout(Place place, Occasion occasion) {
        return FaultKind.of(fault).place() == place && RuleCheck.canStrike(fault, occasion) && filter.fits(occasion);
    }

    /** Whether it takes a model off the list: one that is gone always, or for a time, and whoever asks. */
    boolean keepsFromSale(String slug, Instant now) {
        Verdict verdict = when instanceof When.Between between
                ? between.judge(new Moment(1, 0, now, Duration.ZERO, "", new Draw(0), ""))
                : when instanceof When.Always ? Verdict.STRIKES : Verdict.PASSES;
        return fault instanceof Fault.Gone && after == 0 && verdict.strikes() && filter.isModel(slug);
    }

    /** It as it is written in a script or a profile. */
    public Map<String, Object> fields() {
        return RuleFields.of(this);
    }
}
