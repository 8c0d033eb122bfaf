package dev.understudy.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told to one receiver, as the delivery log has it.
 *
 * @param number counts up with the deliveries of a sandbox, from 1
 * @param job whose end was told
 * @param receiver as it was registered; user information and query may hold secrets
 * @param body as it was sent
 * @param headers as they were sent with the latest attempt, in that order, secrets included; empty if none was sent
 * @param createdAt when it fell due, on the sandbox's clock
 * @param attempts oldest first
 */
public record LoggedDelivery(
        long number,
        String job,
        URI receiver,
        String body,
        Map<String, String> headers,
        Instant createdAt,
        List<LoggedAttempt> attempts) {

    private static final int OF_A_DELIVERY = 400;
    private static final int OF_AN_ATTEMPT = 150;

    LoggedDelivery sent(Map<String, String> latest, Instant at) {
        List<LoggedAttempt> more = new ArrayList<>(attempts);
        more.add(LoggedAttempt.begun(at));
        return with(Collections.unmodifiableMap(new LinkedHashMap<>(latest)), more);
    }

    LoggedDelivery over(int index, Receipt receipt) {
        List<LoggedAttempt> more = new ArrayList<>(attempts);
        more.set(index, more.get(index).over(receipt));
        return with(headers, more);
    }

    private LoggedDelivery with(Map<String, String> latest, List<LoggedAttempt> more) {
        return new LoggedDelivery(number, job, receiver, body, latest, createdAt, List.copyOf(more));
    }

    /** Scheme, host, port and path of the receiver: what may be shown of it to whoever has no key. */
    public String place() {
        return Post.place(receiver);
    }

    /** Bytes of memory, roughly, with a byte a letter. */
    long weight() {
        long weight = OF_A_DELIVERY + body.length() + receiver.toString().length();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            weight += header.getKey().length() + header.getValue().length();
        }
        for (LoggedAttempt attempt : attempts) {
            weight += OF_AN_ATTEMPT + attempt.response().length();
        }
        return weight;
    }

    /** Without URL, headers and body, any of which may hold secrets. */
    @Override
    public String toString() {
        return "LoggedDelivery[number=%s, job=%s, attempts=%s]".formatted(number, job, attempts);
    }
}
