package dev.understudy.journal.hygiene;

import dev.understudy.journal.Entry;
import dev.understudy.journal.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules about how a client finds out that a job has ended. */
final class Endings {

    // Somebody who has seen the end may fetch the result once more, to work on it.
    private static final int ALLOWED = 1;

    private Endings() {}

    static List<Evidence> polledOn(Calls calls) {
        List<Evidence> found = new ArrayList<>();
        for (List<Entry.Call> polls : calls.polls()) {
            int more = 0;
            Entry.Call end = null;
            for (Entry.Call poll : polls) {
                if (end != null && ++more > ALLOWED) {
                    String said = "polled though entry %s had shown the job %s"
                            .formatted(
                                    end.number(),
                                    end.told().shown().orElseThrow().status());
                    found.add(Pace.evidence(end, poll, said));
                } else if (end == null && showsEnd(poll)) {
                    end = poll;
                }
            }
        }
        return found;
    }

    // What comes after an entry that is kept is kept too, so a read that is not there was not made.
    static List<Evidence> neverRead(Calls calls, Jobs jobs) {
        Set<String> read = read(calls);
        long lastList = calls.all().stream()
                .filter(Calls::isList)
                .mapToLong(Entry.Call::number)
                .max()
                .orElse(0);
        List<Evidence> found = new ArrayList<>();
        for (Entry.Call submit : calls.submits()) {
            String id = submit.prediction().orElse("");
            boolean lost = !id.isEmpty() && !read.contains(id) && submit.number() > lastList && jobs.hasEnded(id);
            if (lost) {
                String price = jobs.price(id)
                        .map(usd -> " and cost %s USD".formatted(usd.toPlainString()))
                        .orElse("");
                String said = "job %s has ended%s, and nobody was shown its end".formatted(id, price);
                found.add(new Evidence(List.of(submit.number()), submit.at(), said));
            }
        }
        return found;
    }

    private static Set<String> read(Calls calls) {
        Set<String> read = new HashSet<>();
        for (Entry.Call call : calls.all()) {
            boolean seen = showsEnd(call)
                    || call.operation().contains(".delete")
                    || call.operation().startsWith("storage.");
            if (seen) {
                call.prediction().ifPresent(read::add);
            }
        }
        // An attempt to deliver a webhook is enough: whether the receiver made use of it is not for the journal to say.
        calls.notes().stream()
                .filter(note -> note.notes().stream().anyMatch(said -> said.startsWith("webhook")))
                .forEach(note -> read.add(note.job()));
        return read;
    }

    private static boolean showsEnd(Entry.Call call) {
        return Calls.succeeded(call)
                && !Calls.isAnswerLost(call)
                && call.told().shown().map(Told.Shown::ended).orElse(false);
    }
}
