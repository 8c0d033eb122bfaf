package dev.understudy.contract.cassette;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code webhook} of a submit: where the client wants to be told. */
final class WebhookQuery {
    private static final Pattern PARAMETER = Pattern.compile("([?&])webhook=([^&#]*)");

    private WebhookQuery() {}

    static Optional<String> of(String url) {
        Matcher matcher = PARAMETER.matcher(url);
        return matcher.find()
                ? Optional.of(URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static String with(String url, String receiver) {
        String encoded = URLEncoder.encode(receiver, StandardCharsets.UTF_8);
        return PARAMETER.matcher(url).replaceAll("$1webhook=" + Matcher.quoteReplacement(encoded));
    }

    /** It differs from run to run, and may open somebody's receiver to whoever reads it. */
    static String blank(String url) {
        return with(url, "receiver");
    }

    static String without(String url) {
        return PARAMETER.matcher(url).replaceAll("$1").replaceAll("[?&]+$", "").replaceAll("([?&])&+", "$1");
    }
}
