package dev.understudy.contract.report;

/** Told of each case of a run while it goes on. */
public interface RunWatcher {
    /** Nobody. */
    RunWatcher NONE = new RunWatcher() {};

    /**
     * @param cases how many there will be
     */
    default void runBegins(int cases) {}

    default void caseBegins(String id) {}

    default void caseEnds(CaseResult result) {}
}
