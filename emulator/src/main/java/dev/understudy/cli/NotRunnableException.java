package dev.understudy.cli;

/** A command that cannot be run, with the exit code that shells give for the reason. */
final class NotRunnableException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    private final int code;

    private NotRunnableException(int code, String message) {
        super(message);
        this.code = code;
    }

    static NotRunnableException notFound(String command) {
        return new NotRunnableException(NOT_FOUND, "there is no command '" + command + "'");
    }

    static NotRunnableException notExecutable(String command, String why) {
        return new NotRunnableException(NOT_EXECUTABLE, "'%s' cannot be run: %s".formatted(command, why));
    }

    int code() {
        return code;
    }
}
