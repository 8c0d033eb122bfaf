package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Request;
import java.util.List;

/** Notes which client made a call, from the headers that the provider's own clients send. */
final class ClientHeaders {

    private static final List<String> NAMES = List.of("X-Client-Name", "X-Client-Version", "X-Client-OS");
    private static final int LONGEST = 60;

    private ClientHeaders() {}

    static void note(Call call) {
        StringBuilder client = new StringBuilder();
        for (String name : NAMES) {
            append(client, call.request(), name);
        }
        if (!client.isEmpty()) {
            call.visit().note("client:" + client);
        }
    }

    private static void append(StringBuilder client, Request request, String name) {
        request.header(name).ifPresent(value -> {
            String shortened = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
            client.append(' ')
                    .append(shortened.replaceAll("[^\\x20-\\x7E]", "?").trim());
        });
    }
}
