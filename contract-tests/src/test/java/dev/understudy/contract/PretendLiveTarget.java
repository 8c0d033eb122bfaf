package dev.understudy.contract;

import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;
import java.net.URI;

/** Counts as the real service, and has nothing behind it unless a test says what: whoever sent it anything would fail. */
public final class PretendLiveTarget implements TargetProvider {
    private static URI where;

    static void answerAt(URI uri) {
        where = uri;
    }

    static void answerNowhere() {
        where = null;
    }

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
        if (where == null) {
            throw new TargetException("This target has nothing behind it");
        }
        return new Started(where, () -> {});
    }
}
