package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a submission. Its {@code version} is not looked at: "This field is ignored. Kept for backwards
 * compatibility."
 *
 * @param model as the provider calls it
 * @param receiver of a webhook
 * @param secret that the webhook is to carry
 */
record NewPrediction(String model, Map<String, Object> input, Optional<URI> receiver, Optional<String> secret) {

    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7E]?([\\x20-\\x7E]{0,998}[\\x21-\\x7E])?");

    static NewPrediction of(Request request) {
        Fields sent = Fields.of(request);
        return new NewPrediction(
                sent.text("model"),
                Names.withCatalogs(sent.object("input")),
                sent.webAddress("webhook_url"),
                secret(sent));
    }

    // It travels in a header, and what cannot is refused here; how the real service would is not known.
    private static Optional<String> secret(Fields sent) {
        Optional<String> secret = sent.optionalText("webhook_secret");
        if (secret.filter(text -> !SENDABLE.matcher(text).matches()).isPresent()) {
            throw Errors.wrong("webhook_secret", "webhook_secret must be printable and of at most 1000 characters");
        }
        return secret;
    }
}
