package dev.understudy.contract.cassette;

import dev.understudy.contract.evidence.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is known so far of one job, or of the calls that belong to none. */
final class JobLog {
    private final String name;
    private final String id;
    private final String model;
    private final BigDecimal usd;
    private final long beganMs;
    private final boolean awaitsWebhook;
    private final List<Step> steps = new ArrayList<>();
    private boolean isDirty;

    /**
     * @param awaitsWebhook whether the recorder has put itself between the service and the client's receiver
     */
    JobLog(String name, String id, String model, BigDecimal usd, long beganMs, boolean awaitsWebhook) {
        this.name = name;
        this.id = id;
        this.model = model;
        this.usd = usd;
        this.beganMs = beganMs;
        this.awaitsWebhook = awaitsWebhook;
    }

    static JobLog ofCalls() {
        return new JobLog(Cassette.CALLS, "", "", BigDecimal.ZERO, 0, false);
    }

    /**
     * @param atMs when the step began, in milliseconds after the session did
     */
    void add(Step.Kind kind, long atMs, Exchange exchange) {
        steps.add(new Step(kind, atMs - beganMs, exchange));
        steps.sort(Comparator.comparingLong(Step::afterMs));
        isDirty = true;
    }

    boolean isComplete() {
        boolean ended = steps.stream().anyMatch(Step::showsTheEnd);
        boolean told = steps.stream().anyMatch(step -> step.kind() == Step.Kind.WEBHOOK);
        return id.isEmpty() || (ended && (told || !awaitsWebhook));
    }

    boolean isDirty() {
        return isDirty;
    }

    Cassette cassette(Session.About about, List<String> sanitizers) {
        isDirty = false;
        return new Cassette(
                name,
                about.upstream(),
                about.kit(),
                about.recordedAt(),
                beganMs,
                id,
                model,
                usd,
                isComplete(),
                sanitizers,
                steps);
    }
}
