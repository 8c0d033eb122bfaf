package dev.understudy.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A thin client for the WaveSpeed prediction API, and for a stand-in of it. Safe for use by many threads.
 *
 * <p>Methods that talk to the service throw {@link ApiException} or {@link ConnectionException} when it refuses or does
 * not answer. Polls are repeated as the {@link RetryPolicy} says; a submit is sent once unless {@link
 * ClientBuilder#retrySubmits} is on. An interrupt ends any call with {@link InterruptedException}; a job that was
 * submitted goes on without the caller.
 *
 * <p>There is nothing to close: Java 17's HTTP client lets go of its thread and connections once it is unreachable.
 */
public final class WaveSpeedClient {
    private final Settings settings;
    private final Transport transport;
    private final Uploads uploads;

    WaveSpeedClient(Settings settings) {
        this.settings = settings;
        this.transport = new Transport(settings);
        this.uploads = new Uploads(transport, settings.key());
    }

    /** A builder that looks into the environment for what it is not told. */
    public static ClientBuilder builder() {
        return new ClientBuilder(System::getenv);
    }

    /**
     * Starts a job.
     *
     * @param model such as {@code openai/sora-2/text-to-video}; {@code ?webhook=…}, encoded, may follow
     */
    public Prediction submit(String model, Map<String, ?> input) throws InterruptedException {
        Call call = Call.post(model);
        JsonNode data = transport.post(call, input, false);
        String id = data.path("id").asText("");
        if (id.isBlank()) {
            throw new ApiException(call, 200, null, "accepted, but the answer has no data.id", null);
        }
        return Fields.prediction(data, id, settings.key()::wipe);
    }

    /** Starts a job for a video. */
    public Prediction submit(VideoInput input) throws InterruptedException {
        return submit(input.model(), input.fields());
    }

    /** Asks once how a prediction stands. */
    public Prediction get(String id) throws InterruptedException {
        return get(id, transport.noDeadline());
    }

    /**
     * Polls, at once and then at the poll interval, until the prediction has ended.
     *
     * @throws AwaitTimeoutException when that takes longer than the builder allowed
     */
    public Outcome await(Prediction prediction) throws InterruptedException {
        Deadline deadline = Deadline.in(settings.awaitTimeout(), settings.clock(), prediction.id());
        Prediction latest = prediction.status().isTerminal() ? prediction : get(prediction.id(), deadline);
        while (!latest.status().isTerminal()) {
            deadline.pause(settings.pollInterval());
            latest = get(prediction.id(), deadline);
        }
        return Outcome.of(latest);
    }

    /** One page of the predictions of the last days, newest first; empty beyond the last page. */
    public PredictionPage list(PredictionQuery query) throws InterruptedException {
        JsonNode data = transport.post(Call.post("predictions"), query.fields(), true);
        List<Prediction> items = Fields.each(data.path("items"))
                .map(one -> Fields.prediction(one, one.path("id").asText(""), settings.key()::wipe))
                .toList();
        return new PredictionPage(data.path("page").asInt(1), items, Fields.number(data.path("total")));
    }

    /** What is left on the account, in US dollars. */
    public BigDecimal balance() throws InterruptedException {
        Call call = new Call("GET", "/api/v3/balance", null);
        JsonNode balance = transport.get(call, transport.noDeadline()).path("balance");
        if (!balance.isNumber()) {
            throw new ApiException(call, 200, null, "the answer has no balance", null);
        }
        return balance.decimalValue();
    }

    /**
     * Uploads a file, streamed from disk.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public UploadedFile upload(Path file) throws InterruptedException {
        try {
            return uploads.upload(file.getFileName().toString(), Files.size(file), BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file to upload", e);
        }
    }

    /** @param filename its extension tells the service the kind of media */
    public UploadedFile upload(byte[] bytes, String filename) throws InterruptedException {
        return uploads.upload(filename, bytes.length, BodyPublishers.ofByteArray(bytes));
    }

    /**
     * Makes a character from a clip on disk. The clip is uploaded rather than sent as a data URI: the documentation
     * describes {@code video} as a URL, no limit for the size of a JSON body is known, and base64 adds a third.
     *
     * @param clip a video of 2 to 4 seconds
     * @throws PredictionFailedException when the service could not make one
     */
    public Character createCharacter(Path clip, String name) throws InterruptedException {
        return createCharacter(upload(clip).url(), name);
    }

    /** As {@link #createCharacter(Path, String)}, for a clip in memory. */
    public Character createCharacter(byte[] clip, String filename, String name) throws InterruptedException {
        return createCharacter(upload(clip, filename).url(), name);
    }

    /** As {@link #createCharacter(Path, String)}, for a clip that the service can fetch itself. */
    public Character createCharacter(URI clip, String name) throws InterruptedException {
        Outcome.Completed done = run("openai/sora-2/characters", Map.of("video", clip.toString(), "name", name));
        if (done.first() instanceof Output.Fields made && made.values().containsKey("id")) {
            return new Character(made.values().get("id"), made.values().getOrDefault("name", name));
        }
        throw new PredictionFailedException(done.prediction(), "the outputs hold no character");
    }

    /**
     * Generates a video with one of the six models.
     *
     * @throws PredictionFailedException when the service could not make one
     */
    public Video generateVideo(VideoInput input) throws InterruptedException {
        Outcome.Completed done = run(input.model(), input.fields());
        URI url = done.first() instanceof Output.Text text ? Fields.address(text.value()) : null;
        if (url == null) {
            throw new PredictionFailedException(done.prediction(), "the outputs hold no video address");
        }
        return new Video(done.prediction().id(), url);
    }

    private Prediction get(String id, Deadline deadline) throws InterruptedException {
        // By id and not by the answer's urls.get, which could name another host than the one the key belongs to.
        return Fields.prediction(transport.get(Call.result(id), deadline), id, settings.key()::wipe);
    }

    private Outcome.Completed run(String model, Map<String, ?> input) throws InterruptedException {
        return await(submit(model, input)).orThrow();
    }
}
