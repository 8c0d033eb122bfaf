package dev.understudy.sandbox;

import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.time.Draw;
import java.util.List;

/**
 * The outcome of a job that makes a character. Who asks for the character has it drawn, always the same: a sandbox keeps
 * the jobs of a week, and is asked about few.
 */
final class Made extends Outcome.Completed {

    private final Draw characters;
    private final Naming naming;
    private final Prediction job;

    /** @param characters what all characters of the sandbox are drawn from */
    Made(Draw characters, Naming naming, Prediction job) {
        this.characters = characters;
        this.naming = naming;
        this.job = job;
    }

    Output.MadeCharacter character() {
        return naming.character(characters.child(job.id()), job);
    }

    boolean isBy(String prediction) {
        return job.id().equals(prediction);
    }

    @Override
    public List<Output> outputs() {
        return List.of(character());
    }
}
