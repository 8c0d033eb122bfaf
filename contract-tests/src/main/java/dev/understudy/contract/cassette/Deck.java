package dev.understudy.contract.cassette;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One cassette while it is played. Not for several threads. */
final class Deck {
    private final Cassette cassette;
    private final double speed;
    private final Map<Question, Integer> polls = new HashMap<>();
    private final Set<Step> played = new HashSet<>();
    private boolean isSubmitted;
    private long submittedMs;

    /**
     * @param speed 0 to move with each poll; otherwise how many times faster than recorded
     */
    Deck(Cassette cassette, double speed) {
        this.cassette = cassette;
        this.speed = speed;
        this.isSubmitted = !cassette.isJob();
    }

    Cassette cassette() {
        return cassette;
    }

    /** When the next submit, or call that belongs to no job, was made that equals a question; empty when all were played. */
    OptionalLong nextAt(Question question) {
        return fresh(question)
                .map(step -> OptionalLong.of(cassette.beganMs() + step.afterMs()))
                .orElseGet(OptionalLong::empty);
    }

    /** Plays what {@link #nextAt} has found. */
    Step play(Question question, long nowMs) {
        Step step = fresh(question).orElseThrow();
        played.add(step);
        if (step.kind() == Step.Kind.SUBMIT) {
            isSubmitted = true;
            submittedMs = nowMs;
        }
        return step;
    }

    /** What is answered to one more poll, the last one again and again, or to a call that was played before. */
    Optional<Step> again(Question question, long nowMs) {
        List<Step> steps = steps(cassette.isJob() ? Step.Kind.POLL : Step.Kind.CALL, question);
        if (steps.isEmpty() || !isSubmitted) {
            return Optional.empty();
        }
        Step step = steps.get(cassette.isJob() ? position(question, steps, nowMs) : steps.size() - 1);
        played.add(step);
        return Optional.of(step);
    }

    /** Whether the job was submitted so. */
    boolean beginsWith(Question question) {
        return !steps(Step.Kind.SUBMIT, question).isEmpty();
    }

    private Optional<Step> fresh(Question question) {
        return steps(cassette.isJob() ? Step.Kind.SUBMIT : Step.Kind.CALL, question).stream()
                .filter(step -> !played.contains(step))
                .findFirst();
    }

    private int position(Question question, List<Step> steps, long nowMs) {
        int turn = polls.merge(question, 1, Integer::sum) - 1;
        int at = speed == 0 ? turn : due(steps, (long) ((nowMs - submittedMs) * speed));
        return Math.min(at, steps.size() - 1);
    }

    /** The deliveries that are now due, each once. With timing, those are all: each knows when. */
    List<Step> webhooks() {
        if (!isSubmitted) {
            return List.of();
        }
        List<Step> due = cassette.steps().stream()
                .filter(step -> step.kind() == Step.Kind.WEBHOOK && !played.contains(step))
                .filter(step -> speed > 0 || isEverythingPlayedBefore(step))
                .toList();
        played.addAll(due);
        return due;
    }

    /** How long after the submit, in milliseconds, a step is to come. */
    long after(Step step) {
        return speed == 0 ? 0 : (long) (step.afterMs() / speed);
    }

    /** Whether the client has seen all that matters: the submit and the end of a job, or every call that belongs to none. */
    boolean isUsed() {
        if (!cassette.isJob()) {
            Set<Question> left = new HashSet<>();
            cassette.steps().stream()
                    .filter(step -> step.kind() == Step.Kind.CALL)
                    .forEach(step -> left.add(Question.of(step.exchange().request())));
            played.forEach(step -> left.remove(Question.of(step.exchange().request())));
            return left.isEmpty();
        }
        boolean hasEnd = cassette.steps().stream().anyMatch(Step::showsTheEnd);
        return isSubmitted && (!hasEnd || played.stream().anyMatch(Step::showsTheEnd));
    }

    private boolean isEverythingPlayedBefore(Step webhook) {
        return cassette.steps().stream()
                .takeWhile(step -> step != webhook)
                .filter(step -> step.kind() != Step.Kind.WEBHOOK)
                .allMatch(played::contains);
    }

    private static int due(List<Step> steps, long elapsedMs) {
        int at = 0;
        while (at + 1 < steps.size() && steps.get(at + 1).afterMs() <= elapsedMs) {
            at++;
        }
        return at;
    }

    private List<Step> steps(Step.Kind kind, Question question) {
        return cassette.steps().stream()
                .filter(step -> step.kind() == kind)
                .filter(step -> Question.of(step.exchange().request()).equals(question))
                .toList();
    }
}
