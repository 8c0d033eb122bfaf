package dev.understudy.contract.api;

/** The entry points of the kit's own assertions. */
public final class ContractAssertions {
    private ContractAssertions() {}

    public static AnswerAssert assertThat(Answer answer) {
        return new AnswerAssert(answer);
    }

    public static HistoryAssert assertThat(History history) {
        return new HistoryAssert(history);
    }
}
