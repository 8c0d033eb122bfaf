package dev.understudy.contract.target;

/** The real service was named by its URL, as if it were any server; its one name is {@code live}. */
public final class LiveTargetRefusedException extends TargetException {
    private static final long serialVersionUID = 1L;

    LiveTargetRefusedException(String target) {
        super("The target " + target + " is the real service, where cases cost money;"
                + " it is looked at as --target live only, behind the spend guard");
    }
}
