package dev.understudy.prediction;

/** What a job is doing at some moment. Jobs move forward only: queued, processing, ended. */
public sealed interface State {

    record Queued() implements State {}

    record Processing() implements State {}

    record Ended(Outcome outcome) implements State {}
}
