package dev.understudy.contract.api;

import dev.understudy.contract.target.Pacing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again until a job has ended. */
final class Pollster {
    private final Pacing pacing;

    Pollster(Pacing pacing) {
        this.pacing = pacing;
    }

    /**
     * @throws AssertionError when an answer is not about a prediction, or the prediction does not end in time
     */
    History follow(Answer submitted, Supplier<Answer> poll) {
        return new History(until(submitted, poll, answer -> statusOf(answer).isTerminal()));
    }

    /**
     * @param ended throws when an answer is not about a job
     * @return all answers, the given one first
     * @throws AssertionError when the job does not end in time
     */
    List<Answer> until(Answer first, Supplier<Answer> poll, Predicate<Answer> ended) {
        long deadline = System.nanoTime() + pacing.maxWait().toNanos();
        List<Answer> answers = new ArrayList<>(List.of(first));
        Answer latest = first;
        while (!ended.test(latest)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Not ended after " + pacing.maxWait() + ": " + latest);
            }
            pause();
            latest = poll.get();
            answers.add(latest);
        }
        return answers;
    }

    private static Status statusOf(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("Expected a prediction: " + answer);
        }
        return Status.of(answer.data().path("status").asText());
    }

    private void pause() {
        try {
            Thread.sleep(pacing.pollInterval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two polls", e);
        }
    }
}
