package dev.understudy.contract.api;

import dev.understudy.contract.target.TargetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Looks whether somebody there speaks HTTP, so that a wrong address is one sentence and not one for each case. */
public final class FirstContact {
    private FirstContact() {}

    /**
     * @param patience how long the answer may take
     * @throws TargetException when there is none; whatever is answered is good enough
     */
    public static void with(URI uri, Duration patience) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        try {
            client.send(
                    HttpRequest.newBuilder(uri.resolve("/")).timeout(patience).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new TargetException(sentence(uri, patience, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Interrupted while waiting for " + uri, e);
        }
    }

    // A timeout to connect is a timeout too, so the order matters.
    private static String sentence(URI uri, Duration patience, IOException e) {
        if (e instanceof ConnectException || e instanceof java.net.http.HttpConnectTimeoutException) {
            return "Nobody answers at " + uri;
        }
        if (e instanceof HttpTimeoutException) {
            return uri + " takes a connection and answers nothing within " + patience.toMillis() / 1000.0 + " s";
        }
        return e instanceof SSLException
                ? "No secure connection to " + uri + ": " + e.getMessage()
                : uri + " does not speak HTTP: " + e.getMessage();
    }
}
