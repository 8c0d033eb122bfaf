package dev.understudy.fault;

import dev.understudy.time.Draw;
import java.time.Duration;
import java.time.Instant;

/**
 * What a rule decides by.
 *
 * @param number which of the calls or jobs that the rule is about this is, from 1
 * @param struck how many of them it has struck before
 * @param at on the sandbox's clock
 * @param sinceStart since the sandbox began
 * @param key what chance hangs on: the same key, the same draw
 * @param draw the rule's own
 * @param path the names on the way to that draw
 */
record Moment(long number, long struck, Instant at, Duration sinceStart, String key, Draw draw, String path) {

    Drawn drawn(String name, double odds) {
        return new Drawn(draw.child(name).unit(), odds, path + "/" + name);
    }
}
