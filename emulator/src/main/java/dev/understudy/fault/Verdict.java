package dev.understudy.fault;

import java.util.Optional;

/**
 * What a rule decides about a call or a job.
 *
 * @param counts whether it is one that the rule could have struck
 */
record Verdict(boolean counts, boolean strikes, Optional<Drawn> drawn) {

    static final Verdict STRIKES = new Verdict(true, true, Optional.empty());
    static final Verdict PASSES = new Verdict(true, false, Optional.empty());
    static final Verdict OUT_OF_TIME = new Verdict(false, false, Optional.empty());

    static Verdict of(Drawn drawn) {
        return new Verdict(true, drawn.strikes(), Optional.of(drawn));
    }
}
