package dev.understudy.fault;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What has become of a rule so far.
 *
 * @param id by which it can be removed
 * @param matched how many calls or jobs it was about, but for those that a rule before it struck
 * @param struck how many of them it struck
 * @param remaining how many it is still to strike; empty where that is not a number
 * @param completed whether all that it can strike is behind it
 */
public record Account(String id, Rule rule, long matched, long struck, OptionalLong remaining, boolean completed) {

    static Account of(Tally tally, Instant now) {
        When when = tally.rule().when();
        OptionalLong remaining =
                when instanceof When.Next next ? OptionalLong.of(next.times() - tally.struck()) : OptionalLong.empty();
        return new Account(
                tally.id(), tally.rule(), tally.matched(), tally.struck(), remaining, when.isOver(tally.struck(), now));
    }

    /** Whether it has not done what it was there for: it never struck, or less often than it was to. */
    public boolean unspent() {
        return struck == 0 || remaining.orElse(0) > 0;
    }

    @Override
    public String toString() {
        return "%s: %s %s struck %s of %s that it was about"
                .formatted(id, FaultText.write(rule.fault()), rule.fields().get("when"), struck, matched);
    }
}
