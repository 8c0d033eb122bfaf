package dev.understudy.contract.api;

import dev.understudy.contract.evidence.Tape;
import dev.understudy.contract.spend.SpendGuard;
import dev.understudy.contract.target.Target;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the cases of one run share: the target, the uploaded clips, and one character that is paid for once and looked
 * at by many. Cases run one after another.
 */
public final class Workbench implements AutoCloseable {
    private static final String SHARED = "shared";

    private final Wire wire;
    private final Shared shared;
    private final String seed;

    public Workbench(Target target) {
        this(target, Optional.empty(), randomSeed());
    }

    /**
     * @param guard stands before every request; empty for a target that costs nothing
     * @param seed of the names that cases give; a recording is played with its own
     */
    public Workbench(Target target, Optional<SpendGuard> guard, String seed) {
        this(new Wire(target, guard), seed);
    }

    private Workbench(Wire wire, String seed) {
        this.wire = wire;
        this.shared = new Shared(wire.tape());
        this.seed = seed;
    }

    public static String randomSeed() {
        return Long.toHexString(new SecureRandom().nextLong());
    }

    /** The API as one case uses it. */
    public Api forCase(String caseId) {
        return new Api(this, Credential.OWN_KEY, caseId);
    }

    /**
     * A bench at the same target with keys of its own, so that what is done there disturbs nobody. Never for a target that
     * costs money: it has one key.
     */
    public Workbench apart() {
        return new Workbench(wire.withOtherKeys(), randomSeed());
    }

    /** What only a stand-in has. */
    public Control control() {
        return new Control(wire);
    }

    /** What was said. */
    public Tape tape() {
        return wire.tape();
    }

    public String seed() {
        return seed;
    }

    Wire wire() {
        return wire;
    }

    Pollster pollster() {
        return new Pollster(wire.target().pacing());
    }

    History sharedCharacter() {
        return shared.get("character", History.class, () -> forCase(SHARED).createCharacter(urlOf(Clip.THREE_SECONDS)));
    }

    History sharedFailure() {
        return shared.get("failure", History.class, () -> forCase(SHARED).createCharacter(urlOf(Clip.NOT_A_VIDEO)));
    }

    <T> T shared(String name, Class<T> type, Function<Api, T> make) {
        return shared.get(name, type, () -> make.apply(forCase(SHARED)));
    }

    String urlOf(Clip clip) {
        return shared.get("clip " + clip, String.class, () -> upload(clip));
    }

    String mark(String caseId) {
        return String.format("%08x", (seed + "/" + caseId).hashCode());
    }

    private String upload(Clip clip) {
        Answer answer = forCase(SHARED).upload(clip);
        String url = answer.status() == 200 ? answer.data().path("download_url").asText() : "";
        if (url.isEmpty()) {
            throw new AssertionError("A clip could not be uploaded: " + answer);
        }
        return url;
    }

    @Override
    public void close() {
        wire.target().close();
    }
}
