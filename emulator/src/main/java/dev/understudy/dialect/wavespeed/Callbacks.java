package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.ReceiverUrl;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Webhooks: {@code ?webhook=URL} when a job is submitted (the provider's page on webhooks), and the secret that
 * deliveries are signed with. What is no usable URL is refused with a 400; how the real service answers is not known.
 */
final class Callbacks {

    private static final String PARAMETER = "webhook=";

    private Callbacks() {}

    /**
     * The receiver that was asked for, if any.
     *
     * @throws Refused if it cannot be used
     */
    static Optional<URI> receiver(Request request) {
        return value(request.rawQuery()).map(Callbacks::receiver);
    }

    /** Has the end of a job told to a receiver; URLs in what is told are those of the call that submitted the job. */
    static void register(Call call, Prediction job, URI receiver) {
        Sandbox sandbox = call.sandbox();
        String baseUrl = call.request().baseUrl();
        sandbox.webhooks()
                .register(
                        job,
                        receiver,
                        (ended, reference) -> Optional.of(
                                new Notice(job.id(), WebhookJson.write(job, ended.outcome(), baseUrl, reference))),
                        sandbox.webhooks().seal(WaveSpeed.WEBHOOKS));
    }

    static Reply secret(Call call) {
        String secret =
                call.sandbox().webhooks().seal(WaveSpeed.WEBHOOKS).secret().orElseThrow();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("code", 200);
            json.writeObjectFieldStart("data");
            json.writeStringField("secret", secret);
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    /** The provider's page on base64 output has these bytes. */
    static Reply noBase64() {
        return Reply.json(400, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField(
                    "error",
                    "webhook callback does not support base64 output, please use the normal API to use base64 output");
            json.writeEndObject();
        }));
    }

    // Old official clients append the URL as it is. If it has a query of its own, all that follows is part of it.
    private static Optional<String> value(String query) {
        int from = query.startsWith(PARAMETER) ? 0 : query.indexOf("&" + PARAMETER) + 1;
        if (!query.startsWith(PARAMETER, from)) {
            return Optional.empty();
        }
        String rest = query.substring(from + PARAMETER.length());
        int next = rest.indexOf('&');
        String first = next < 0 ? rest : rest.substring(0, next);
        if (!first.contains("://")) {
            return Optional.of(decoded(first));
        }
        return Optional.of(first.contains("?") ? rest : first);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static URI receiver(String url) {
        return ReceiverUrl.parse(url).orElseThrow(Callbacks::unusable);
    }

    private static Refused unusable() {
        return new Refused(
                Refused.Reason.INVALID,
                "webhook must be an http or https URL of at most " + ReceiverUrl.LONGEST + " characters");
    }
}
