package dev.understudy.cli;

import dev.understudy.settings.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks a running server whether it is ready, for images that have no shell. It uses the old connection class because
 * the new client takes a quarter of a second to load.
 */
final class Health {

    private static final int MILLISECONDS = 2_000;

    private Health() {}

    /** 0 if the server on the configured port says that it is ready, else 1. */
    static int check(Settings settings) {
        String url = "http://127.0.0.1:" + settings.port() + "/__understudy/ready";
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
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
