package dev.understudy.cli;

import dev.understudy.Understudy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The environment that a command of {@code exec} gets, so that clients in it find the server. One line a variable. */
final class SdkEnvironment {

    /** Always the same, since ids are drawn from the seed and the key: a run with the same seed gets the same ids. */
    static final String KEY = "understudy-exec";

    private static final List<Variable> VARIABLES = List.of(
            new Variable("UNDERSTUDY_URL", SdkEnvironment::url),
            new Variable("UNDERSTUDY_KEY", understudy -> KEY),
            new Variable("UNDERSTUDY_SEED", understudy -> Long.toString(understudy.seed())),
            // All official clients of WaveSpeed read the key; of the base URL only the Java client and the MCP server
            // do, the others take it in code.
            new Variable("WAVESPEED_BASE_URL", SdkEnvironment::url),
            new Variable("WAVESPEED_API_KEY", understudy -> KEY),
            // All official clients of OpenAI read both, and want the version in the URL.
            new Variable("OPENAI_BASE_URL", understudy -> url(understudy) + "/v1"),
            new Variable("OPENAI_API_KEY", understudy -> KEY),
            // The guide's code reads the key; its base URL is an argument, with this end.
            new Variable("SORA_BASE_URL", understudy -> url(understudy) + "/v1/sora"),
            new Variable("SORA_API_KEY", understudy -> KEY),
            // What clients of each::labs call its key; they take the base URL in code.
            new Variable("EACHLABS_API_KEY", understudy -> KEY),
            new Variable("EACH_API_KEY", understudy -> KEY));

    private SdkEnvironment() {}

    private record Variable(String name, Function<Understudy, String> value) {}

    static Map<String, String> of(Understudy understudy) {
        Map<String, String> environment = new LinkedHashMap<>();
        VARIABLES.forEach(
                variable -> environment.put(variable.name(), variable.value().apply(understudy)));
        // Node adds it to the authorities that it trusts; what others read replaces all of those.
        understudy.certificate().ifPresent(file -> {
            environment.put("UNDERSTUDY_CERTIFICATE", file.toString());
            environment.put("NODE_EXTRA_CA_CERTS", file.toString());
        });
        return environment;
    }

    private static String url(Understudy understudy) {
        return understudy.baseUrl().toString();
    }
}
