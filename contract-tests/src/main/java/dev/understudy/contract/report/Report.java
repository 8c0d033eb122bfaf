package dev.understudy.contract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.contract.drift.Drift;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * {@code report.json}: all that a run, or several together, found out. Everything else that is written is made from it.
 * Its form is described by {@code report.schema.json}; what is added keeps the number of the schema, what is changed or
 * taken away does not.
 *
 * @param kind of the target; {@code drift} when the reports of several are put together
 * @param startedAt as ISO 8601 in UTC
 * @param kit the version of the kit
 * @param environment what the run was told and where it ran, without secrets
 * @param claims those that the cases rest on, and those that contradict them
 */
public record Report(
        int schema,
        String target,
        String kind,
        String startedAt,
        String kit,
        Summary verdict,
        Map<String, String> environment,
        List<ClaimEntry> claims,
        List<CaseEntry> cases) {
    static final int SCHEMA = 1;
    static final int USD_DIGITS = 3;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * @param sentence the whole in a few words
     * @param outcomes how many cases ended how
     * @param breaking how many cases have drifted so that clients break
     * @param couldNotLook why the run as a whole could not look, as sentences
     */
    public record Summary(
            int exit,
            String sentence,
            int executed,
            int manifest,
            Map<Outcome, Integer> outcomes,
            int verified,
            int verifiable,
            int breaking,
            String spentUsd,
            List<String> couldNotLook) {
        Summary saying(String words) {
            return new Summary(
                    exit, words, executed, manifest, outcomes, verified, verifiable, breaking, spentUsd, couldNotLook);
        }
    }

    public record ClaimEntry(String id, String statement, String kind, List<String> conflictsWith) {}

    /**
     * @param outcome the worst of its runs
     * @param verifiedAt when it was last seen true on the real service; null for never
     * @param priceUsd what it costs on the real service when it runs alone; null when nobody has said
     * @param costUsd what it did cost
     * @param drift null when nothing was there to compare
     */
    public record CaseEntry(
            String id,
            String title,
            Outcome outcome,
            String standing,
            List<String> claims,
            String verifiedAt,
            String priceUsd,
            String costUsd,
            List<RunEntry> runs,
            Drift drift,
            List<Drift.Exchange> exchanges) {
        long tookMs() {
            return runs.stream().mapToLong(RunEntry::tookMs).sum();
        }

        /** Why it failed or was skipped where it ended worst; empty when it passed. */
        String message() {
            return runs.stream()
                    .filter(run -> run.outcome() == outcome)
                    .map(RunEntry::message)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * @param origin where the target answered; empty when nothing was said
     */
    public record RunEntry(
            String target,
            String kind,
            String startedAt,
            String origin,
            Outcome outcome,
            long tookMs,
            String message) {}

    /**
     * @param manifest the ids of the cases that should be there
     * @param known why the run as a whole could not look, beyond what its cases say
     */
    static Report of(
            String target,
            String kind,
            String startedAt,
            Map<String, String> environment,
            List<CaseEntry> cases,
            Collection<String> manifest,
            List<String> known) {
        List<String> doubts = new ArrayList<>(Verdict.doubts(cases, manifest));
        doubts.addAll(known);
        return new Report(
                SCHEMA,
                target,
                kind,
                startedAt,
                RunReport.kit(),
                Verdict.summary(target, cases, manifest, doubts),
                environment,
                ClaimEntries.of(cases),
                cases);
    }

    public int count(Outcome outcome) {
        return verdict.outcomes().getOrDefault(outcome, 0);
    }

    String json() {
        return MAPPER.valueToTree(this).toPrettyString() + "\n";
    }

    /**
     * @throws IllegalArgumentException when it is not a report of this version of the kit
     */
    static Report read(Path file) {
        try {
            Report report = MAPPER.readValue(file.toFile(), Report.class);
            if (report.schema() != SCHEMA) {
                throw new IllegalArgumentException("A report of another schema than " + SCHEMA + ": " + file);
            }
            return report;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a report of this kit: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("A report cannot be read: " + file, e);
        }
    }
}
