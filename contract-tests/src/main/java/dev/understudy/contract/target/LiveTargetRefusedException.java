package dev.understudy.contract.target;

/** The real service was named as the target, and nothing guards the spending yet. */
public final class LiveTargetRefusedException extends TargetException {
    private static final long serialVersionUID = 1L;

    LiveTargetRefusedException(String target) {
        super("The target " + target + " is the real service, where cases cost money;"
                + " it is refused until the kit has a spend guard");
    }
}
