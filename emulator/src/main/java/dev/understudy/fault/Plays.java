package dev.understudy.fault;

import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rules of a sandbox with their accounts. It never changes; each strike makes another one.
 *
 * @param made how many rules of scripts there ever were
 */
record Plays(long made, List<Tally> script, Profile profile, List<Tally> ofProfile) {

    /** What comes of asking: what all accounts are after that, and what strikes. */
    record Turn(Plays after, Optional<Struck> struck) {}

    private record Chosen(List<Tally> after, Optional<Tally.Asked> striking) {}

    Plays {
        script = List.copyOf(script);
        ofProfile = List.copyOf(ofProfile);
    }

    static Plays of(Profile profile) {
        return new Plays(0, List.of(), profile, profile.tallies());
    }

    Turn turn(Place place, Occasion occasion, List<Struck> asked, Instant began, Draw draw) {
        Chosen ofScript = choose(script, place, occasion, began, draw.child("script"), "fault/script");
        Plays after = ofScript.after() == script ? this : new Plays(made, ofScript.after(), profile, ofProfile);
        if (ofScript.striking().isPresent()) {
            return new Turn(after, ofScript.striking().map(Plays::byScript));
        }
        Optional<Struck> byRequest =
                asked.stream().filter(one -> one.place() == place).findFirst();
        return byRequest.isPresent() ? new Turn(after, byRequest) : after.profileTurn(place, occasion, began, draw);
    }

    private Turn profileTurn(Place place, Occasion occasion, Instant began, Draw draw) {
        Draw ofName = draw.child("profile").child(profile.name());
        Chosen chosen = choose(ofProfile, place, occasion, began, ofName, "fault/profile/" + profile.name());
        Plays after = chosen.after() == ofProfile ? this : new Plays(made, script, profile, chosen.after());
        return new Turn(after, chosen.striking().map(this::byProfile));
    }

    // Asks one rule after the other, until one strikes. Those after it are not asked, and count nothing.
    private static Chosen choose(
            List<Tally> rules, Place place, Occasion occasion, Instant began, Draw draw, String path) {
        List<Tally> after = rules;
        for (int i = 0; i < rules.size(); i++) {
            Tally.Asked asked = rules.get(i).ask(place, occasion, began, draw, path);
            if (asked.after() != rules.get(i)) {
                after = after == rules ? new ArrayList<>(rules) : after;
                after.set(i, asked.after());
            }
            if (asked.strikes()) {
                return new Chosen(after, Optional.of(asked));
            }
        }
        return new Chosen(after, Optional.empty());
    }

    private static Struck byScript(Tally.Asked asked) {
        Tally tally = asked.after();
        return new Struck(tally.rule().fault(), new Origin.Script(tally.id(), tally.struck()), asked.drawn());
    }

    private Struck byProfile(Tally.Asked asked) {
        Tally tally = asked.after();
        Origin origin = new Origin.OfProfile(
                profile.name(), tally.id(), tally.struck(), tally.rule().source());
        return new Struck(tally.rule().fault(), origin, asked.drawn());
    }

    boolean offers(String slug, Instant now) {
        return Stream.concat(script.stream(), ofProfile.stream())
                .noneMatch(tally -> tally.rule().keepsFromSale(slug, now));
    }

    Plays with(List<Rule> rules) {
        if (script.size() + rules.size() > Playbook.MOST) {
            throw RuleException.wrong("rules", "would be more than the " + Playbook.MOST + " that a sandbox keeps");
        }
        List<Tally> more = new ArrayList<>(script);
        long number = made;
        for (Rule rule : rules) {
            more.add(Tally.of("rule-" + ++number, rule));
        }
        return new Plays(number, more, profile, ofProfile);
    }

    Plays with(Profile other) {
        return new Plays(made, script, other, other.tallies());
    }

    Plays without(String id) {
        List<Tally> left =
                script.stream().filter(tally -> !tally.id().equals(id)).toList();
        return new Plays(made, left, profile, ofProfile);
    }

    Plays withoutScript() {
        return new Plays(made, List.of(), profile, ofProfile);
    }

    boolean has(String id) {
        return script.stream().anyMatch(tally -> tally.id().equals(id));
    }

    List<Account> accounts(Instant now) {
        return script.stream().map(tally -> tally.account(now)).toList();
    }

    List<Account> profileAccounts(Instant now) {
        return ofProfile.stream().map(tally -> tally.account(now)).toList();
    }
}
