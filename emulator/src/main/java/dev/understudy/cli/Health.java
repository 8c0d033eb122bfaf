package dev.understudy.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks a running server whether it is ready, for images that have no shell. It uses the old connection class because
 * the new client takes a quarter of a second to load.
 */
final class Health implements Command {

    private static final int MILLISECONDS = 2_000;

    @Override
    public Spec spec() {
        return Spec.withSettings("health", "ask the server on the configured port whether it is ready; exits 0 or 1");
    }

    @Override
    public int run(Arguments arguments) {
        String scheme = arguments.settings().tls().isPresent() ? "https" : "http";
        String url = scheme + "://127.0.0.1:" + arguments.settings().port() + "/__understudy/ready";
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            if (connection instanceof HttpsURLConnection secure) {
                AnyCertificate.allow(secure);
            }
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            int status = connection.getResponseCode();
            System.out.println(status == 200 ? "ready" : "not ready: HTTP " + status);
            return status == 200 ? 0 : 1;
        } catch (IOException e) {
            System.out.println("not ready: " + e.getMessage());
            return 1;
        }
    }
}
