package dev.understudy.contract.cassette;

import dev.understudy.contract.api.FirstContact;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.contract.target.Targets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether an emulator behaves as recorded.
 *
 * @param alike how many cassettes have no difference but noise
 * @param notable how many have differences that break nothing
 * @param breaking how many have differences that break clients, or states that go back
 * @param notLookedAt how many could not be compared
 */
public record CassetteComparison(int alike, int notable, int breaking, int notLookedAt) {
    private static final Duration PATIENCE_WITH_AN_ANSWER = Duration.ofSeconds(30);

    /**
     * Asks the target all that was recorded.
     *
     * @param target the URL of an emulator
     * @param patience how long one job may take
     * @param say hears a line for each cassette and each difference
     * @throws dev.understudy.contract.target.LiveTargetRefusedException when the target is the real service
     * @throws dev.understudy.contract.target.TargetException when nobody answers there
     * @throws dev.understudy.contract.evidence.EvidenceException when the folder has no cassettes, or one cannot be read
     */
    public static CassetteComparison of(
            Path folder, String target, ApiKey key, Duration patience, Consumer<String> say) {
        Folder files = new Folder(folder);
        List<Cassette> cassettes = files.cassettes();
        TargetProvider provider = Targets.named(target);
        URI origin = provider.start().baseUri();
        FirstContact.with(origin, PATIENCE_WITH_AN_ANSWER);
        Rerun rerun = Rerun.of(cassettes, origin, new Sender(origin, files, key), patience);
        CassetteComparison sum = new CassetteComparison(0, 0, 0, 0);
        for (Cassette cassette : cassettes) {
            sum = sum.plus(judged(cassette, rerun, origin, say));
        }
        return sum;
    }

    private static CassetteComparison judged(Cassette cassette, Rerun rerun, URI origin, Consumer<String> say) {
        Optional<String> problem = rerun.problem(cassette);
        if (problem.isPresent()) {
            say.accept("COULD NOT LOOK  " + cassette.name() + ": " + problem.get());
            return new CassetteComparison(0, 0, 0, 1);
        }
        Differences differences = Differences.of(cassette, origin, rerun.actual(cassette));
        List<String> lines = differences.lines();
        say.accept(differences.drift().type() + "  " + cassette.name());
        lines.forEach(line -> say.accept("    " + line));
        if (differences.breaks()) {
            return new CassetteComparison(0, 0, 1, 0);
        }
        return lines.isEmpty() ? new CassetteComparison(1, 0, 0, 0) : new CassetteComparison(0, 1, 0, 0);
    }

    private CassetteComparison plus(CassetteComparison other) {
        return new CassetteComparison(
                alike + other.alike,
                notable + other.notable,
                breaking + other.breaking,
                notLookedAt + other.notLookedAt);
    }

    public String sentence() {
        return alike + " alike, " + notable + " with notable differences, " + breaking + " with breaking ones, "
                + notLookedAt + " not looked at";
    }
}
