package dev.understudy.sandbox;

import dev.understudy.journal.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an answer was as it was, or what a note in the journal is about.
 *
 * @param story in sentences
 */
public record AnswerExplanation(Entry entry, List<String> story) {

    static AnswerExplanation of(Entry entry) {
        List<String> story = new ArrayList<>();
        if (entry instanceof Entry.Call call) {
            story.add("%s %s is %s; it was answered with HTTP %s."
                    .formatted(call.method(), call.path(), call.operation(), call.status()));
            story.add(reason(call));
            call.told()
                    .shown()
                    .ifPresent(shown -> story.add("The answer shows the job as %s, %s."
                            .formatted(shown.status(), shown.ended() ? "which is its end" : "which is not its end")));
            call.told().retryAfter().ifPresent(time -> story.add("It asks to wait %s s.".formatted(time)));
        } else {
            story.add("This came out about the job after its submission was answered.");
        }
        entry.notes().forEach(note -> story.add("Noted: " + note + (note.endsWith(".") ? "" : ".")));
        return new AnswerExplanation(entry, List.copyOf(story));
    }

    private static String reason(Entry.Call call) {
        if (!call.struck().isEmpty()) {
            return call.struck().size() == 1
                    ? "A fault struck it: " + call.struck().get(0).why() + "."
                    : "%s faults struck it; they are listed below."
                            .formatted(call.struck().size());
        }
        if (call.status() == 499) {
            return "Nobody waited for it: the caller hung up before it came.";
        }
        return call.status() >= 400
                ? "No fault struck it: the call itself was refused."
                : "No fault struck it: it is what the call asked for.";
    }
}
