package dev.understudy.contract.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.drift.Difference;
import dev.understudy.contract.drift.Drift;
import dev.understudy.contract.drift.Seen;
import dev.understudy.contract.drift.Severity;
import dev.understudy.contract.drift.Source;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.evidence.Normaliser;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far an emulator is from one cassette.
 *
 * @param drift without what differs in every run
 * @param backwards the states of a job that moved back, as a sentence for each
 */
record Differences(Drift drift, List<String> backwards) {
    static Differences of(Cassette cassette, URI target, List<Rerun.Again> again) {
        List<Step> steps = cassette.steps().stream()
                .filter(step -> step.kind() != Step.Kind.WEBHOOK)
                .toList();
        List<Exchange> recorded = steps.stream().map(Step::exchange).toList();
        List<Exchange> actual = again.stream().map(Rerun.Again::exchange).toList();
        List<Seen> recordedSeen = seen(cassette.upstream(), recorded);
        List<Seen> actualSeen = seen(target, actual);
        for (int i = 0; i < actualSeen.size(); i++) {
            takeRequest(recordedSeen.get(steps.indexOf(again.get(i).recorded())), actualSeen.get(i));
        }
        List<String> backwards = new ArrayList<>();
        if (cassette.isJob()) {
            backwards.addAll(backwards("the recording", recorded));
            backwards.addAll(backwards("the emulator", actual));
        }
        Map<Source, List<Seen>> sources = new EnumMap<>(Source.class);
        sources.put(Source.EVIDENCE, recordedSeen);
        sources.put(Source.EMULATOR, actualSeen);
        return new Differences(Drift.between(sources, false), List.copyOf(backwards));
    }

    // The kit itself has put other ids and addresses into the request; that is no difference between the services.
    private static void takeRequest(Seen recorded, Seen actual) {
        ((ObjectNode) actual.raw()).set("request", recorded.raw().get("request"));
        ((ObjectNode) actual.normalised()).set("request", recorded.normalised().get("request"));
    }

    boolean breaks() {
        return drift.breaks() || !backwards.isEmpty();
    }

    /** What is more than noise, a line for each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(backwards);
        drift.differences().stream()
                .filter(difference -> difference.severity() != Severity.NOISE)
                .map(Differences::line)
                .forEach(lines::add);
        return lines;
    }

    private static String line(Difference difference) {
        return difference.severity().name().toLowerCase(Locale.ROOT) + " exchange " + (difference.exchange() + 1)
                + " " + difference.path() + ": recorded " + value(difference, Source.EVIDENCE) + ", emulator "
                + value(difference, Source.EMULATOR);
    }

    private static String value(Difference difference, Source source) {
        JsonNode value = difference.values().get(source);
        return value == null ? "nothing" : value.toString();
    }

    private static List<String> backwards(String who, List<Exchange> exchanges) {
        List<String> sentences = new ArrayList<>();
        String before = "";
        for (Exchange exchange : exchanges) {
            String state = new Step(Step.Kind.POLL, 0, exchange).state();
            if (!state.isEmpty() && Step.rank(state) < Step.rank(before)) {
                sentences.add(who + " goes back from " + before + " to " + state);
            }
            before = state.isEmpty() ? before : state;
        }
        return sentences;
    }

    private static List<Seen> seen(URI origin, List<Exchange> exchanges) {
        JsonNode raw = EvidenceJson.ofAll(exchanges);
        JsonNode normalised = Normaliser.standard().normalise(origin, exchanges).exchanges();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < normalised.size(); i++) {
            seen.add(new Seen(raw.get(i), normalised.get(i)));
        }
        return seen;
    }
}
