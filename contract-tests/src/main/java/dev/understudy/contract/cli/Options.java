package dev.understudy.contract.cli;

import dev.understudy.contract.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line, taken apart.
 *
 * @param parameters by the names in {@link Settings}
 * @param page the file of {@code --write-status}, otherwise empty
 */
record Options(Action action, Map<String, String> parameters, String page) {
    enum Action {
        RUN,
        LIST,
        PLAN,
        /** Put the latest reports together. */
        REPORT,
        /** Write the status table into a page. */
        STATUS,
        MANIFEST,
        HELP
    }

    static final String HELP = """
            Usage: java -jar understudy-contract.jar --target URL [option...]
              --target URL        the server to look at, such as http://127.0.0.1:8080; replay: the recordings;
                                  live: the real service, which costs money
              --provider NAME     run only the cases about this API: wavespeed, eachlabs, sora-guide, openai; several with
                                  commas between them (all unless told, but wavespeed alone with --target live)
              --filter PREFIX     run only the cases whose id begins so
              --max-wait TIME     how long one prediction may take (5M unless told; 90s, PT2M)
              --poll-interval T   the pause between two polls (0.2s unless told)
              --timeout TIME      how long one answer may take (30s unless told)
              --evidence DIR      the recordings (those that the kit brings along unless told)
              --plan              print what a run on the real service would look at and cost; needs no key
              --max-age TIME      on the real service, leave out what held there within this time (30d)
              --allow MODEL       on the real service, also run this model, such as openai/sora-2/text-to-video;
                                  several with commas between them
              --record            on the real service, write what holds there to the folder of --evidence
              --out DIR           the reports go into a folder there, named after the target (target/contract unless told)
              --report drift      run nothing; put the latest reports of all targets and the recordings together
              --write-status FILE run nothing; write the table of the latest emulator run between its marks in FILE
              --list              print each case, its standing and its price on the real service
              --manifest          print the ids as contract-manifest.txt has them
              --help              print this
            Environment: CONTRACT_TARGET, CONTRACT_FILTER, CONTRACT_MAX_WAIT, CONTRACT_POLL_INTERVAL and
            CONTRACT_REPORTS stand for the options; CONTRACT_API_KEY holds the key. Without it a random one is used. A key is never taken from the command line.
            For --target live: WAVESPEED_API_KEY holds the key, or WAVESPEED_API_KEY_FILE names a file with it, and so do
            EACHLABS_API_KEY and OPENAI_API_KEY for their services; sora-guide has no known host, name one with --target URL;
            CONTRACT_BUDGET_USD is what one day may cost (0 unless told: free cases only);
            CONTRACT_SPEND_LEDGER is the file in which that is kept (in the user's own folders unless told).
            Exit code: 0 fine, 1 a case failed, 2 breaking drift, 3 could not look (3 before 1 before 2), 64 not understood or refused.
            """;

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("--target", Settings.TARGET),
            Map.entry("--provider", Settings.PROVIDER),
            Map.entry("--filter", Settings.FILTER),
            Map.entry("--max-wait", Settings.MAX_WAIT),
            Map.entry("--timeout", Settings.TIMEOUT),
            Map.entry("--evidence", Settings.EVIDENCE),
            Map.entry("--max-age", Settings.MAX_AGE),
            Map.entry("--allow", Settings.ALLOW),
            Map.entry("--poll-interval", Settings.POLL_INTERVAL),
            Map.entry("--out", Settings.REPORTS),
            Map.entry("--reports", Settings.REPORTS));
    private static final Map<String, Action> ACTIONS =
            Map.of("--list", Action.LIST, "--plan", Action.PLAN, "--manifest", Action.MANIFEST, "--help", Action.HELP);
    private static final Map<String, Action> ACTIONS_WITH_VALUE =
            Map.of("--report", Action.REPORT, "--write-status", Action.STATUS);

    /**
     * @throws UsageException when an option is not known or lacks its value
     */
    static Options parse(List<String> arguments) {
        Action action = Action.RUN;
        String value = "";
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (ACTIONS.containsKey(option)) {
                action = ACTIONS.get(option);
            } else if (option.equals("--record")) {
                parameters.put(Settings.RECORD, "true");
            } else if (ACTIONS_WITH_VALUE.containsKey(option)) {
                i++;
                action = ACTIONS_WITH_VALUE.get(option);
                value = valueOf(option, arguments, i);
            } else if (VALUES.containsKey(option)) {
                i++;
                parameters.put(VALUES.get(option), valueOf(option, arguments, i));
            } else {
                // Not repeated: somebody may have typed a key here.
                throw new UsageException("Argument " + (i + 1) + " is not an option; --help lists them");
            }
        }
        if (action == Action.REPORT && !value.equals("drift")) {
            throw new UsageException("--report knows one report: drift");
        }
        return new Options(action, Map.copyOf(parameters), value);
    }

    private static String valueOf(String option, List<String> arguments, int at) {
        if (at >= arguments.size()
                || arguments.get(at).isBlank()
                || arguments.get(at).startsWith("--")) {
            throw new UsageException(option + " needs a value");
        }
        return arguments.get(at);
    }
}
