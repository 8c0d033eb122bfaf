package dev.understudy.cli;

import dev.understudy.Understudy;
import dev.understudy.settings.Origin;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.util.List;

/** Runs a command with a server of its own, and tells at the end what happened. */
final class Exec implements Command {

    /** What failed is this program, not the command; the code that {@code timeout} and {@code docker run} have for it. */
    private static final int OWN_FAILURE = 125;

    @Override
    public Spec spec() {
        return Spec.withSettings("exec", "run a command with a server of its own; exits with the command's code")
                .taking(new Operands("[--] CMD [ARG ...]", Operands.REST));
    }

    @Override
    public int run(Arguments arguments) {
        if (arguments.words().isEmpty()) {
            throw new UsageException("exec needs a command, such as: understudy exec -- npm test");
        }
        Settings settings = port(arguments.ofServer());
        Console console = new Console(settings.log());
        console.takeOverLogging();
        try (Understudy understudy = WithoutBeans.start(() -> Understudy.start(settings))) {
            return run(understudy, arguments.words(), console);
        } catch (RuntimeException e) {
            console.failed(Serve.reason(settings, e));
            return OWN_FAILURE;
        }
    }

    private static int run(Understudy understudy, List<String> command, Console console) {
        try {
            int code = Child.run(command, SdkEnvironment.of(understudy));
            console.summary(understudy.report(), code);
            return code;
        } catch (NotRunnableException e) {
            console.failed(e.getMessage());
            return e.code();
        }
    }

    // A port in the environment or the file is meant for the one server that stays; many of these may run at once.
    private static Settings port(Settings settings) {
        return settings.origin(Setting.PORT) instanceof Origin.Flag ? settings : settings.with(Setting.PORT, "0");
    }
}
