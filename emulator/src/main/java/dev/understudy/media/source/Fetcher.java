package dev.understudy.media.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Fetches a file over HTTP into a temporary file, within a number of bytes and a length of time. Redirects are
 * followed by hand, so that each hop is judged again.
 */
public final class Fetcher {

    private static final int MOST_HOPS = 5;

    private final EgressPolicy egress;
    private final Supplier<Path> newFile;
    private final long mostBytes;
    private final Duration mostTime;
    private HttpClient client;

    /**
     * @param newFile makes an empty temporary file, or throws {@link UncheckedIOException}
     * @param mostTime for all hops together, from the first byte sent to the last one received
     */
    public Fetcher(EgressPolicy egress, Supplier<Path> newFile, long mostBytes, Duration mostTime) {
        this.egress = egress;
        this.newFile = newFile;
        this.mostBytes = mostBytes;
        this.mostTime = mostTime;
    }

    /** The fetched file, which the caller deletes. The caller has judged {@code uri}; redirects are judged here. */
    Path fetch(URI uri) throws UnreadableMediaException, IOException {
        long deadline = System.nanoTime() + mostTime.toNanos();
        URI place = uri;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            HttpResponse<Download> response = get(place, deadline);
            int status = response.statusCode();
            if (status / 100 != 3) {
                return fetched(place, status, response.body());
            }
            response.body().discard();
            place = redirect(place, response.headers().firstValue("location").orElse(""));
        }
        throw new UnreadableMediaException("%s redirects more than %s times".formatted(where(uri), MOST_HOPS));
    }

    private Path fetched(URI place, int status, Download download) throws UnreadableMediaException, IOException {
        // Whoever controls the name may have changed its address between the check and the connection. By now the
        // address that was connected to is in the JVM's cache, so this looks at that one.
        if (!(egress.judge(place) instanceof EgressPolicy.Fetch)) {
            throw failed(
                    download,
                    "%s moved to an address that egress '%s' does not reach".formatted(where(place), egress.word()));
        }
        if (status == 200 && !download.overflowed()) {
            return download.file();
        }
        download.discard();
        throw new UnreadableMediaException(
                status == 200
                        ? "%s sent more than the %s bytes that a file may have".formatted(where(place), mostBytes)
                        : "%s answered HTTP %s".formatted(where(place), status));
    }

    private URI redirect(URI from, String location) throws UnreadableMediaException {
        try {
            URI to = from.resolve(location);
            boolean web = "http".equalsIgnoreCase(to.getScheme()) || "https".equalsIgnoreCase(to.getScheme());
            if (web && to.getHost() != null && egress.judge(to) instanceof EgressPolicy.Fetch) {
                return to;
            }
            throw new UnreadableMediaException("%s redirects to %s, which egress '%s' does not reach"
                    .formatted(where(from), where(to), egress.word()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableMediaException(where(from) + " redirects to something that is not a URL");
        }
    }

    private HttpResponse<Download> get(URI uri, long deadline) throws UnreadableMediaException, IOException {
        Download download = new Download(place(), mostBytes);
        CompletableFuture<HttpResponse<Download>> answer =
                client().sendAsync(HttpRequest.newBuilder(uri).build(), head -> download);
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failed(download, "%s did not send the file within %s ms".formatted(where(uri), mostTime.toMillis()));
        } catch (ExecutionException e) {
            throw failed(download, "%s could not be fetched: %s".formatted(where(uri), reason(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(download, "the server is shutting down");
        } finally {
            answer.cancel(true);
        }
    }

    private Path place() throws UnreadableMediaException {
        try {
            return newFile.get();
        } catch (UncheckedIOException e) {
            throw new UnreadableMediaException("this server has no place for files, and fetches none");
        }
    }

    private static UnreadableMediaException failed(Download download, String message) throws IOException {
        download.discard();
        return new UnreadableMediaException(message);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    // Without user info, query and fragment: they may hold secrets, and error texts travel.
    private static String where(URI uri) {
        int port = uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + (port < 0 ? "" : ":" + port) + uri.getRawPath();
    }

    // Made on first use: a cold HttpClient costs a quarter of a second, and most runs never fetch.
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(mostTime)
                    .build();
        }
        return client;
    }
}
