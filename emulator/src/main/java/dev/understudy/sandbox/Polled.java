package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;

/** A job as one poll found it. */
public record Polled(Prediction job, State state) {}
