package dev.understudy.fault;

import java.util.List;
import java.util.Optional;

/** What can strike what. A rule that never could is refused: a test that relied on it would prove nothing. */
final class RuleCheck {

    // A model that is gone takes no jobs and has no price, but answers about old jobs stay as they are.
    private static final List<String> ABOUT_MODELS = List.of(Operations.SUBMIT, "price");

    private RuleCheck() {}

    static boolean canStrike(Fault fault, Occasion occasion) {
        return operations(fault)
                .map(words -> words.stream().anyMatch(word -> Operations.isMeant(word, occasion.operation())))
                .orElse(true);
    }

    static void requirePossible(Fault fault, Filter filter) {
        operations(fault)
                .filter(words -> filter.on().stream().noneMatch(wanted -> overlap(wanted, words)))
                .filter(words -> !filter.on().isEmpty())
                .ifPresent(words -> {
                    throw RuleException.wrong(
                            "on",
                            "can only be %s: %s strikes nothing else"
                                    .formatted(
                                            String.join(" or ", words),
                                            FaultKind.of(fault).word()));
                });
    }

    /** A webhook of the job that is submitted here comes later, so submitting is the right operation for it too. */
    static void requireStriking(Struck asked, String operation) {
        boolean submits = Operations.isMeant(Operations.SUBMIT, operation);
        boolean can = operations(asked.fault())
                .map(words -> words.stream().anyMatch(word -> Operations.isMeant(word, operation)))
                .orElse(true);
        if (!can && !(submits && asked.place() == Place.WEBHOOK)) {
            throw RuleException.wrong(
                    Cues.HEADER,
                    "has %s, which acts %s; %s has nothing to do with one"
                            .formatted(
                                    FaultKind.of(asked.fault()).word(),
                                    asked.place().about(),
                                    operation));
        }
    }

    private static boolean overlap(String wanted, List<String> words) {
        return words.stream().anyMatch(word -> word.equals(wanted) || Operations.isMeant(word, wanted));
    }

    // Empty where any operation will do.
    private static Optional<List<String>> operations(Fault fault) {
        if (fault instanceof Fault.Gone) {
            return Optional.of(ABOUT_MODELS);
        }
        return switch (FaultKind.of(fault).place()) {
            case JOB -> Optional.of(List.of(Operations.SUBMIT));
            case WEBHOOK -> Optional.of(List.of(Operations.WEBHOOK));
            case ADMISSION, WIRE -> Optional.empty();
        };
    }
}
