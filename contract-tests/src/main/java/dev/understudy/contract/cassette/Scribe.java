package dev.understudy.contract.cassette;

import dev.understudy.contract.api.Reply;
import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.evidence.Headers;
import dev.understudy.contract.evidence.Sanitiser;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes exchanges fit to be kept, the same way for those that are recorded and for those that are to be found again. */
final class Scribe {
    // A shorter key, such as "any", is too likely to be part of a word, and none that opens an account.
    private static final int SHORTEST_KEY = 8;

    private static final String API_KEY = "x-api-key";

    private final Set<String> keys = new LinkedHashSet<>();
    private final Sanitiser sanitiser = new Sanitiser(this::withoutKeys);

    synchronized Exchange exchange(Call call, Reply reply, long tookMs) {
        learn(call);
        Map<String, String> headers = reply.firstHeaders();
        Body body = Bodies.of(headers.getOrDefault("content-type", ""), reply.body());
        Exchange.Response response =
                new Exchange.Response(reply.status(), Headers.ofResponse(headers), Shortening.of(body));
        return sanitiser.clean(new Exchange(asked(call), response, tookMs));
    }

    /** What is asked, to be looked for in a recording. */
    synchronized Exchange.Request request(Call call) {
        learn(call);
        Exchange.Response none = new Exchange.Response(0, Map.of(), new Body.None());
        return sanitiser.clean(new Exchange(asked(call), none, 0)).request();
    }

    /** The ids of the sanitizers that have taken something out so far. */
    synchronized List<String> sanitizers() {
        return sanitiser.used().stream().sorted().toList();
    }

    private static Exchange.Request asked(Call call) {
        Map<String, String> headers = new TreeMap<>();
        call.headers().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Exchange.Request(
                call.method(),
                Shortening.of(WebhookQuery.blank(call.url())),
                Auth.of(call.header("authorization"), call.header(API_KEY)),
                Headers.ofRequest(headers),
                Shortening.of(call.body()));
    }

    // The key may stand without its scheme: some clients get that wrong.
    private void learn(Call call) {
        Stream.of("authorization", API_KEY)
                .flatMap(name -> call.header(name).stream())
                .forEach(value -> {
                    for (String word : value.strip().split("\\s+")) {
                        if (word.length() >= SHORTEST_KEY) {
                            keys.add(word);
                        }
                    }
                });
    }

    private String withoutKeys(String text) {
        List<String> longestFirst = keys.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String result = text;
        for (String key : longestFirst) {
            result = result.replace(key, "removed");
        }
        return result;
    }
}
