package dev.understudy.cli;

import dev.understudy.Understudy;
import dev.understudy.settings.LogFormat;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Serves made-up calls and ends. A JVM that watches this learns which classes to keep in an archive for faster starts:
 * {@code java -XX:AOTCacheOutput=FILE -jar understudy.jar rehearse}.
 */
final class Rehearse implements Command {

    private static final int ROUNDS = 5;
    private static final int MORE_OF_THE_FIRST = 200;

    @Override
    public Spec spec() {
        return Spec.of("rehearse", "serve calls of its own for a moment; for class-data archives");
    }

    /** 0, or 1 if an answer is not as it should be. */
    @Override
    public int run(Arguments arguments) {
        Settings settings = Settings.defaults().with(Setting.PORT, "0").with(Setting.SEED, "1");
        Console console = new Console(LogFormat.TEXT);
        console.takeOverLogging();
        WarmUp warmUp = new WarmUp(settings.tls().isPresent());
        try (Understudy understudy = WithoutBeans.start(() -> Understudy.start(settings, warmUp::isOver))) {
            understudy.prepare();
            warmUp.run();
            console.ready(understudy, settings);
            play(understudy);
            understudy.drain(Duration.ofSeconds(1));
            return 0;
        } catch (IOException | RuntimeException e) {
            console.failed(e.toString());
            return 1;
        }
    }

    private static void play(Understudy understudy) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            try (Caller caller = new Caller(understudy.baseUrl(), "rehearsal-" + round)) {
                Jobs.all(caller);
            }
        }
        try (Caller caller = new Caller(understudy.baseUrl(), "rehearsal")) {
            for (int i = 0; i < MORE_OF_THE_FIRST; i++) {
                Jobs.character(caller);
            }
        }
        String port = Integer.toString(understudy.baseUrl().getPort());
        new Health().run(new Arguments(Map.of(Option.of(Setting.PORT).name(), port), List.of()));
    }
}
