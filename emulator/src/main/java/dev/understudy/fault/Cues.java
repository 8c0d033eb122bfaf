package dev.understudy.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request itself asks to go wrong: its header {@code Understudy-Fault}, and cues such as {@code [[fault: stuck]]}
 * in what it sends, so that client code needs no change. A cue stays in the text as it was sent. What cannot be read, or
 * could never strike, is refused, because a test that relied on it would prove nothing.
 */
public final class Cues {

    /** The request header. */
    public static final String HEADER = "Understudy-Fault";

    private static final Pattern CUE = Pattern.compile("\\[\\[\\s*fault\\s*:(.*?)]]", Pattern.DOTALL);
    private static final List<String> FIELDS = List.of("prompt", "name");

    private Cues() {}

    /**
     * All faults that a request asks for, the header's first.
     *
     * @param input of the job that it submits; empty if it submits none
     * @throws RuleException if one cannot be read, if one cannot strike this call, or if two act at the same place
     */
    public static List<Struck> read(String operation, Optional<String> header, Map<String, Object> input) {
        List<Struck> asked = new ArrayList<>();
        header.ifPresent(text -> add(asked, HEADER, text, new Origin.Header()));
        for (String field : FIELDS) {
            if (input.get(field) instanceof String text && text.contains("[[")) {
                for (Matcher cue = CUE.matcher(text); cue.find(); ) {
                    add(asked, "the cue in " + field, cue.group(1), new Origin.Cue(field));
                }
            }
        }
        asked.forEach(one -> RuleCheck.requireStriking(one, operation));
        return List.copyOf(asked);
    }

    /**
     * Refuses what could never strike because of how a job is submitted.
     *
     * @param sync whether the caller waits for the job's end
     * @param webhook whether the job's end is to be told
     * @throws RuleException if such a fault is asked for
     */
    public static void requireUse(List<Struck> asked, boolean sync, boolean webhook) {
        for (Struck one : asked) {
            String word = FaultKind.of(one.fault()).word();
            if (one.fault() instanceof Fault.SyncTimeout && !sync) {
                throw RuleException.wrong(word, "needs enable_sync_mode: nobody waits for this job");
            }
            if (one.place() == Place.WEBHOOK && !webhook) {
                throw RuleException.wrong(word, "needs a webhook: the end of this job is told to nobody");
            }
        }
    }

    private static void add(List<Struck> asked, String field, String text, Origin origin) {
        for (Fault fault : FaultText.readAll(field, text)) {
            Struck one = new Struck(fault, origin, Optional.empty());
            Optional<Struck> rival = asked.stream()
                    .filter(other ->
                            other.place() == one.place() && other.origin().equals(origin))
                    .findFirst();
            if (rival.isPresent()) {
                throw RuleException.wrong(
                        field,
                        "has two faults that act %s; one can"
                                .formatted(one.place().about()));
            }
            asked.add(one);
        }
    }
}
