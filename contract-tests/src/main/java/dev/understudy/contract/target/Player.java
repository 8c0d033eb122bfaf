package dev.understudy.contract.target;

import dev.understudy.contract.evidence.CaseEvidence;
import java.util.Optional;

/** Makes a target answer one case as it was answered when the case was recorded. */
public interface Player {
    /** Forgets the last recording and plays this one. */
    void insert(CaseEvidence evidence);

    /** Where the case and its recording did not fit one another, as sentences; empty when they did. */
    Optional<String> complaint();
}
