package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are coming in take no more than eight of the largest would. */
@Timeout(60)
class SpoolTest {

    private static final int LARGEST = 256 * 1024;
    private static final String JSON =
            "\r\nContent-Type: application/json\r\nContent-Length: " + LARGEST + "\r\n\r\n{\"prompt\":\"";

    private final List<RawCaller> callers = new ArrayList<>();

    @Test
    void whoComesWhenTheDiskIsTakenIsRefusedInTheShapeOfTheProviderUntilSomebodyHasGone() throws Exception {
        try (Understudy understudy = Understudy.builder()
                .with(Setting.MAX_BODY, LARGEST / 1024 + "k")
                .with(Setting.MAX_UPLOAD, LARGEST / 1024 + "k")
                .start()) {
            Api api = new Api(understudy, "spool");
            byte[] large = Api.dataUri(new byte[100_000]).getBytes(StandardCharsets.US_ASCII);
            assertThat(upload(api, large).status()).isEqualTo(200);
            fill(understudy);

            Api.Answer refused = refused(api, large);
            assertThat(refused.json().path("code").asInt()).isEqualTo(503);
            assertThat(refused.header("Understudy-Why")).contains("the bodies that are coming in take 2097152 bytes");
            assertThat(api.get("/api/v3/balance").status()).isEqualTo(200);

            for (RawCaller caller : callers) {
                caller.close();
            }
            await(() -> upload(api, large).status() == 200);
        }
    }

    // Each is short of its end, so that what it has sent stays; the last ones find no place.
    private void fill(Understudy understudy) throws IOException {
        for (int i = 0; i < 16; i++) {
            callers.add(new RawCaller(understudy.baseUrl().getPort()));
            write(
                    callers.get(i),
                    "POST " + Api.TEXT_TO_VIDEO + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer slow" + JSON
                            + "x".repeat(LARGEST - 12));
        }
    }

    private static void write(RawCaller caller, String bytes) {
        try {
            caller.write(bytes);
        } catch (IOException e) {
            // It was refused and hung up on.
        }
    }

    private static Api.Answer refused(Api api, byte[] large) {
        List<Api.Answer> last = new ArrayList<>();
        await(() -> {
            last.add(upload(api, large));
            return last.get(last.size() - 1).status() == 503;
        });
        return last.get(last.size() - 1);
    }

    private static Api.Answer upload(Api api, byte[] content) {
        return api.send(
                "POST",
                Api.TEXT_TO_VIDEO,
                BodyPublishers.ofString(
                        "{\"prompt\":\"a\",\"note\":\"" + new String(content, StandardCharsets.US_ASCII) + "\"}"),
                "Content-Type",
                "application/json");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
