package dev.understudy.contract.cassette;

import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.target.TargetException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an emulator all that was recorded, in its order. Polls go on until a job has ended; how many that takes is a matter of
 * speed, so those that met a job on its way are not counted.
 */
final class Rerun {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Sender sender;
    private final Identities identities;
    private final Duration patience;
    private final Map<Cassette, List<Again>> actual = new LinkedHashMap<>();
    private final Map<Cassette, String> problems = new LinkedHashMap<>();

    /**
     * @param patience how long one job may take
     */
    Rerun(Sender sender, Identities identities, Duration patience) {
        this.sender = sender;
        this.identities = identities;
        this.patience = patience;
    }

    static Rerun of(List<Cassette> cassettes, URI target, Sender sender, Duration patience) {
        Rerun rerun = new Rerun(sender, new Identities(cassettes.get(0).upstream(), target), patience);
        record Due(long atMs, Cassette cassette, Step step) {}
        List<Due> all = new ArrayList<>();
        cassettes.forEach(cassette -> {
            rerun.actual.put(cassette, new ArrayList<>());
            cassette.steps().stream()
                    .filter(step -> step.kind() != Step.Kind.WEBHOOK)
                    .forEach(step -> all.add(new Due(cassette.beganMs() + step.afterMs(), cassette, step)));
        });
        all.sort(Comparator.comparingLong(Due::atMs));
        all.forEach(due -> rerun.repeat(due.cassette(), due.step()));
        return rerun;
    }

    /**
     * One exchange with the emulator.
     *
     * @param recorded what it repeats
     */
    record Again(Step recorded, Exchange exchange) {}

    /** What was said to the emulator in the place of a cassette, in its order. */
    List<Again> actual(Cassette cassette) {
        return actual.get(cassette);
    }

    /** Why a cassette could not be compared; empty when it could. */
    Optional<String> problem(Cassette cassette) {
        return Optional.ofNullable(problems.get(cassette));
    }

    private void repeat(Cassette cassette, Step step) {
        boolean isPassing = step.kind() == Step.Kind.POLL && !step.state().isEmpty() && !step.showsTheEnd();
        if (isPassing || problems.containsKey(cassette)) {
            return;
        }
        try {
            Exchange answer = ask(cassette, step);
            for (long left = patience.toMillis(); isOnItsWay(step, answer) && left > 0; left -= PAUSE.toMillis()) {
                pause();
                answer = ask(cassette, step);
            }
            if (isOnItsWay(step, answer)) {
                problems.put(cassette, "the job has not ended within " + patience.toSeconds() + " s");
            }
        } catch (EvidenceException | TargetException e) {
            problems.put(cassette, e.getMessage());
        }
    }

    private static boolean isOnItsWay(Step recorded, Exchange answer) {
        String state = new Step(recorded.kind(), 0, answer).state();
        return recorded.kind() == Step.Kind.POLL && recorded.showsTheEnd() && !state.isEmpty() && !Step.isEnd(state);
    }

    private Exchange ask(Cassette cassette, Step step) {
        Exchange answer = sender.ask(identities.translated(step.exchange().request()));
        identities.learn(step.exchange().response(), answer.response());
        actual.get(cassette).add(new Again(step, answer));
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Interrupted while waiting for a job", e);
        }
    }
}
