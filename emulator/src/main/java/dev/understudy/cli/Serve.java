package dev.understudy.cli;

import dev.understudy.Understudy;
import dev.understudy.settings.Settings;
import java.net.BindException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a server until the process is told to stop. */
final class Serve implements Command {

    /** Another process has the port, or nobody may have it: sysexits.h calls it EX_UNAVAILABLE. */
    private static final int ADDRESS_NOT_TO_BE_HAD = 69;

    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration MOST_PATIENCE = Duration.ofMillis(500);

    @Override
    public Spec spec() {
        return Spec.withSettings("serve", "serve until stopped");
    }

    /** 0 once the server runs (it goes on after this returns), 69 if its address is not to be had, 1 if it cannot else. */
    @Override
    public int run(Arguments arguments) {
        Settings settings = arguments.ofServer();
        Console console = new Console(settings.log());
        console.takeOverLogging();
        WarmUp warmUp = new WarmUp(settings.tls().isPresent());
        Stopping stopping = Stopping.prepare(warmUp);
        try {
            Understudy understudy = WithoutBeans.start(() -> Understudy.start(settings, warmUp::isOver));
            stopping.started(understudy);
            // Whoever knocks already is answered first: a warm-up beside that call would make it slower.
            understudy.awaitFirstAnswer(A_MOMENT, MOST_PATIENCE);
            understudy.prepare();
            warmUp.run();
            console.ready(understudy, settings);
            return 0;
        } catch (RuntimeException e) {
            stopping.failed();
            console.failed(reason(settings, e));
            return bindProblem(e).isPresent() ? ADDRESS_NOT_TO_BE_HAD : 1;
        }
    }

    /** Why a server did not start, and what would help. */
    static String reason(Settings settings, RuntimeException problem) {
        if (problem instanceof IllegalArgumentException) {
            return problem.getMessage();
        }
        String place = settings.host() + ":" + settings.port();
        return bindProblem(problem)
                .map(bind -> "cannot listen on %s (%s); choose another with --port, or 0 for any free one"
                        .formatted(place, bind.getMessage()))
                .orElse("cannot start on " + place + ": " + problem.getMessage());
    }

    private static Optional<BindException> bindProblem(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .findFirst();
    }
}
