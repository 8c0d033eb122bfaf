package dev.understudy.contract.api;

import dev.understudy.contract.target.Target;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the cases of one run share: the target, the uploaded clips, and one character that is paid for once and looked
 * at by many. Cases run one after another.
 */
public final class Workbench implements AutoCloseable {
    private static final String SHARED = "shared";

    private final Wire wire;
    private final Map<Clip, String> uploaded = new EnumMap<>(Clip.class);
    private final String seed = new SecureRandom().nextLong() + "/";
    private History sharedCharacter;

    public Workbench(Target target) {
        this.wire = new Wire(target);
    }

    /** The API as one case uses it. */
    public Api forCase(String caseId) {
        return new Api(this, Credential.OWN_KEY, caseId);
    }

    Wire wire() {
        return wire;
    }

    Pollster pollster() {
        return new Pollster(wire.target().pacing());
    }

    History sharedCharacter() {
        if (sharedCharacter == null) {
            sharedCharacter = forCase(SHARED).createCharacter(urlOf(Clip.THREE_SECONDS));
        }
        return sharedCharacter;
    }

    String urlOf(Clip clip) {
        return uploaded.computeIfAbsent(clip, this::upload);
    }

    String mark(String caseId) {
        return String.format("%08x", (seed + caseId).hashCode());
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
