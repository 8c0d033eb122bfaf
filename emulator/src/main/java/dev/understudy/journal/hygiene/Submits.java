package dev.understudy.journal.hygiene;

import dev.understudy.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules about what a client sends. */
final class Submits {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration FOR_THE_SAME_PURPOSE = Duration.ofMinutes(10);
    private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404);

    private Submits() {}

    static List<Evidence> paidTwice(Calls calls, Jobs jobs) {
        List<Evidence> found = new ArrayList<>();
        for (List<Entry.Call> same : submittedAgain(calls)) {
            for (int i = 1; i < same.size(); i++) {
                Entry.Call lost = same.get(i - 1);
                Entry.Call again = same.get(i);
                if (made(lost) && Calls.isAnswerLost(lost) && made(again) && soon(lost, again, FOR_THE_SAME_PURPOSE)) {
                    found.add(Pace.evidence(
                            lost,
                            again,
                            "the answer about job %s was lost, and job %s cost another %s USD"
                                    .formatted(
                                            lost.prediction().get(),
                                            again.prediction().get(),
                                            price(again, jobs))));
                }
            }
        }
        return found;
    }

    static List<Evidence> repeated(Calls calls, Jobs jobs) {
        List<Evidence> found = new ArrayList<>();
        for (List<Entry.Call> same : submittedAgain(calls)) {
            for (int i = 1; i < same.size(); i++) {
                Entry.Call first = same.get(i - 1);
                Entry.Call again = same.get(i);
                if (made(first) && !Calls.isAnswerLost(first) && made(again) && soon(first, again, AT_ONCE)) {
                    found.add(Pace.evidence(
                            first,
                            again,
                            "the same input again after %s, for %s USD"
                                    .formatted(Pace.seconds(Calls.between(first, again)), price(again, jobs))));
                }
            }
        }
        return found;
    }

    static List<Evidence> refused(Calls calls) {
        List<Evidence> found = new ArrayList<>();
        for (List<Entry.Call> same : submittedAgain(calls)) {
            for (int i = 1; i < same.size(); i++) {
                Entry.Call first = same.get(i - 1);
                Entry.Call again = same.get(i);
                if (FINAL.contains(first.status()) && soon(first, again, FOR_THE_SAME_PURPOSE)) {
                    found.add(Pace.evidence(
                            first, again, "sent again what HTTP %s had refused".formatted(first.status())));
                }
            }
        }
        return found;
    }

    static List<Evidence> keyGivenAway(Calls calls) {
        return calls.all().stream()
                .filter(call ->
                        call.operation().startsWith("storage.") && call.asked().keyed())
                .map(call -> new Evidence(
                        List.of(call.number()),
                        call.at(),
                        "%s %s carried the key".formatted(call.method(), call.path())))
                .toList();
    }

    private static List<List<Entry.Call>> submittedAgain(Calls calls) {
        return calls.sameAgain().stream()
                .filter(same -> same.size() > 1 && Calls.isSubmit(same.get(0)))
                .toList();
    }

    private static boolean made(Entry.Call submit) {
        return submit.prediction().isPresent();
    }

    private static boolean soon(Entry.Call first, Entry.Call again, Duration most) {
        return Calls.between(first, again).compareTo(most) <= 0;
    }

    private static String price(Entry.Call submit, Jobs jobs) {
        return jobs.price(submit.prediction().orElseThrow())
                .map(usd -> usd.toPlainString())
                .orElse("?");
    }
}
