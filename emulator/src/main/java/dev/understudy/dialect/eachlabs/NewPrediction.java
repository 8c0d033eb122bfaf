package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a submission. Its {@code version} is not looked at: "This field is ignored. Kept for backwards
 * compatibility."
 *
 * @param model as the provider calls it
 * @param receiver of a webhook
 * @param secret that the webhook is to carry
 */
record NewPrediction(String model, Map<String, Object> input, Optional<URI> receiver, Optional<String> secret) {

    static NewPrediction of(Request request) {
        Fields sent = Fields.of(request);
        return new NewPrediction(
                sent.text("model"),
                Names.withCatalogs(sent.object("input")),
                sent.webAddress("webhook_url"),
                sent.optionalText("webhook_secret"));
    }
}
