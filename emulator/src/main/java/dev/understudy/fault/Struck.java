package dev.understudy.fault;

import java.util.Optional;

/**
 * A fault that struck, with all that explains it.
 *
 * @param drawn empty where chance had no part in it
 */
public record Struck(Fault fault, Origin origin, Optional<Drawn> drawn) {

    public Place place() {
        return FaultKind.of(fault).place();
    }

    /** What the fault is called in headers, cues, scripts and profiles. */
    public String word() {
        return FaultKind.of(fault).word();
    }

    /** In words, for people: {@code profile unstable: server-error; status=503 (…)}. */
    public String why() {
        StringBuilder why = new StringBuilder(origin + ": " + FaultText.write(fault));
        drawn.ifPresent(draw -> why.append(", ").append(draw));
        if (origin instanceof Origin.OfProfile profile) {
            profile.source().ifPresent(source -> why.append(" (").append(source).append(')'));
        }
        return why.toString();
    }
}
