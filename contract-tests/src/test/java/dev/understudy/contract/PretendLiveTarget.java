package dev.understudy.contract;

import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;

/** Counts as the real service, and cannot be started: whoever wanted to send it anything would fail. */
public final class PretendLiveTarget implements TargetProvider {
    @Override
    public String name() {
        return "pretend-live";
    }

    @Override
    public TargetKind kind() {
        return TargetKind.LIVE;
    }

    @Override
    public Started start() {
        throw new TargetException("This target has nothing behind it");
    }
}
