package dev.understudy.fault;

import dev.understudy.catalog.Model;
import dev.understudy.time.Draw;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A named set of faults with their probabilities. What strikes is drawn from the sandbox's seed, so it repeats. */
public final class Profile {

    private final String name;
    private final List<Rule> rules;

    Profile(String name, List<Rule> rules) {
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    /** @throws IllegalArgumentException if there is no profile of that name; the message lists those there are */
    public static Profile named(String name) {
        return ProfileFile.read(name);
    }

    public String name() {
        return name;
    }

    /** Whether the service is down, so that no call gets through. */
    public Optional<Struck> outage(Duration sinceStart, Draw draw) {
        for (Rule rule : rules) {
            if (rule instanceof Rule.Windows windows && windows.openAt(sinceStart, draw)) {
                return Optional.of(struck(windows.fault(), rule));
            }
        }
        return Optional.empty();
    }

    /** What keeps any job from being accepted. */
    public Optional<Struck> atAdmission() {
        for (Rule rule : rules) {
            if (rule instanceof Rule.Always always) {
                return Optional.of(struck(always.fault(), rule));
            }
        }
        return Optional.empty();
    }

    /** What goes wrong within one job; the first rule that strikes is the one. */
    public Optional<Struck> inJob(Model model, Draw draw) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof Rule.Sometimes sometimes && sometimes.strikes(model, draw.child(i))) {
                return Optional.of(struck(sometimes.fault(), rules.get(i)));
            }
        }
        return Optional.empty();
    }

    private Struck struck(Fault fault, Rule rule) {
        return new Struck(fault, "profile %s: %s (%s)".formatted(name, fault, rule.source()));
    }
}
