package dev.understudy.contract.cli;

import dev.understudy.contract.cassette.CassetteComparison;
import dev.understudy.contract.cassette.CassettePlayer;
import dev.understudy.contract.cassette.Recording;
import dev.understudy.contract.cassette.RecordingProxy;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.report.RunReport;
import dev.understudy.contract.report.Verdict;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.TargetKind;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/** {@code record}, {@code replay} and {@code compare}: the traffic of the user's own client. */
final class CassetteCommands {
    static final String HELP = """
            Cassettes of your own client's traffic:
              record --upstream URL --out DIR   pass everything on to URL and write one file for each job to DIR
                --port N          listen there (a free port unless told)
                --budget USD      what may be spent on a public upstream before the recorder ends (0 unless told)
                --allow-spend     spend without a cap
                --webhooks off    do not put the recorder between the service and your receiver
                --public-url URL  where a service on another machine reaches this recorder, for webhooks
                --keep-media      keep the bytes of uploads and downloads, and not their digests alone
              replay DIR                        answer as recorded, and nothing else
                --port N          listen there (a free port unless told)
                --speed K         0: a job moves with each poll (unless told); 1: as fast as recorded; K: so many times faster
                --strict          exit with 1 when a cassette was not played to its end
                --compare URL     the same as compare DIR --target URL
              compare DIR --target URL          ask an emulator all that was recorded, and print where it differs
                --max-wait SECONDS  how long one job may take (60 unless told)
            Environment: replay signs webhooks with UNDERSTUDY_WEBHOOK_SECRET; compare asks with the key in CONTRACT_API_KEY.
            Exit code of replay: 0 fine, 1 something was asked that is not recorded. Of compare: 0 fine, 2 breaking differences,
            3 could not look.
            """;

    private static final String WEBHOOK_SECRET = "UNDERSTUDY_WEBHOOK_SECRET";
    private static final Set<String> NAMES = Set.of("record", "replay", "compare");

    private final PrintStream out;
    private final Map<String, String> environment;

    CassetteCommands(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    static boolean has(List<String> arguments) {
        return !arguments.isEmpty() && NAMES.contains(arguments.get(0));
    }

    int run(List<String> arguments) {
        List<String> words = arguments.subList(1, arguments.size());
        if (words.contains("--help") || words.contains("-h")) {
            out.print(HELP);
            return Verdict.FINE;
        }
        return switch (arguments.get(0)) {
            case "record" -> record(words);
            case "replay" -> replay(words);
            default -> compare(words);
        };
    }

    private int record(List<String> arguments) {
        Set<String> options = Set.of("--upstream", "--out", "--port", "--budget", "--webhooks", "--public-url");
        Words words = Words.parse(arguments, options, Set.of("--allow-spend", "--keep-media"), 0);
        if (words.has("--budget") && words.has("--allow-spend")) {
            throw new UsageException("Either --budget or --allow-spend: a cap, or none");
        }
        if (!words.value("--webhooks").orElse("on").matches("on|off")) {
            throw new UsageException("--webhooks is on or off");
        }
        BigDecimal budget = words.number("--budget", "0");
        Recording plan = new Recording(
                Path.of(words.required("--out")),
                words.port(),
                words.has("--allow-spend") ? Optional.empty() : Optional.of(budget),
                words.value("--webhooks").orElse("on").equals("on"),
                words.value("--public-url").map(URI::create),
                words.has("--keep-media"));
        RecordingProxy proxy = RecordingProxy.start(words.required("--upstream"), plan, RunReport.kit(), this::print);
        print("Recording at " + proxy.url() + "; point your client there. SIGTERM or Ctrl-C ends it.");
        return untilTold(() -> {
            proxy.close();
            print(proxy.summary() + "; USD " + proxy.spent().toPlainString() + " spent by the price list.");
            return Verdict.FINE;
        });
    }

    private int replay(List<String> arguments) {
        Set<String> options = Set.of("--port", "--speed", "--compare", "--max-wait");
        Words words = Words.parse(arguments, options, Set.of("--strict"), 1);
        if (words.has("--compare")) {
            return compare(folder(words), words.required("--compare"), words);
        }
        double speed = words.number("--speed", "0").doubleValue();
        Optional<String> secret =
                Optional.ofNullable(environment.get(WEBHOOK_SECRET)).filter(text -> !text.isBlank());
        CassettePlayer player = CassettePlayer.start(folder(words), words.port(), speed, secret, this::print);
        print("Replaying at " + player.url() + "; point your client there. SIGTERM or Ctrl-C ends it.");
        return untilTold(() -> {
            player.close();
            player.unused().forEach(name -> print("not played to its end: " + name));
            print(player.unmatched() + " calls were not in the recording, "
                    + player.unused().size() + " cassettes not played to their ends.");
            boolean isBad = player.unmatched() > 0
                    || (words.has("--strict") && !player.unused().isEmpty());
            return isBad ? Verdict.FAILED : Verdict.FINE;
        });
    }

    private int compare(List<String> arguments) {
        Words words = Words.parse(arguments, Set.of("--target", "--max-wait"), Set.of(), 1);
        return compare(folder(words), words.required("--target"), words);
    }

    private int compare(Path folder, String target, Words words) {
        ApiKey key = ApiKey.from(environment, TargetKind.EMULATOR).orElseGet(ApiKey::random);
        Duration patience = Duration.ofSeconds(words.number("--max-wait", "60").longValue());
        CassetteComparison comparison = CassetteComparison.of(folder, target, key, patience, this::print);
        print(comparison.sentence() + ".");
        if (comparison.notLookedAt() > 0) {
            return Verdict.COULD_NOT_LOOK;
        }
        return comparison.breaking() > 0 ? Verdict.DRIFTED : Verdict.FINE;
    }

    private static Path folder(Words words) {
        if (words.operands().isEmpty()) {
            throw new UsageException("Which folder? --help tells more");
        }
        return Path.of(words.operands().get(0));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private int end(IntSupplier ending) {
        try {
            return ending.getAsInt();
        } catch (EvidenceException e) {
            print(e.getMessage() + ".");
            return Verdict.COULD_NOT_LOOK;
        }
    }

    // A signal runs the hooks, and only a halt in one of them can say with which code the program ends.
    private int untilTold(IntSupplier ending) {
        Thread hook = new Thread(() -> Runtime.getRuntime().halt(end(ending)), "understudy-ending");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
            return Verdict.FINE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.FINE;
        }
    }
}
