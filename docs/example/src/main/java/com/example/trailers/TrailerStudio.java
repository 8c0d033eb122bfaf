package com.example.trailers;

import dev.understudy.client.ApiException;
import dev.understudy.client.AwaitTimeoutException;
import dev.understudy.client.Character;
import dev.understudy.client.ClientClock;
import dev.understudy.client.Outcome;
import dev.understudy.client.Output;
import dev.understudy.client.Prediction;
import dev.understudy.client.PredictionFailedException;
import dev.understudy.client.RateLimitedException;
import dev.understudy.client.TextToVideo;
import dev.understudy.client.WaveSpeedClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes trailers: a character from a clip, and a video that the character plays in. This is the program whose tests are
 * the example; it knows nothing of an emulator. All it does for its tests' sake is to wait through a {@link ClientClock}.
 */
public final class TrailerStudio {

    private static final int SUBMITS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final WaveSpeedClient api;
    private final ClientClock clock;
    private final Budget budget;

    public TrailerStudio(WaveSpeedClient api, ClientClock clock, Budget budget) {
        this.api = api;
        this.clock = clock;
        this.budget = budget;
    }

    /** @param clip a video of 2 to 4 seconds */
    public Character cast(URI clip, String name) throws InterruptedException {
        return api.createCharacter(clip, name);
    }

    /**
     * Makes a trailer with the better model, or else with the cheaper one.
     *
     * @throws NoTrailerException if neither could do it, or could be paid for
     * @throws dev.understudy.client.ConnectionException if it is not known whether a job was begun; trying again might
     *     pay for two
     */
    public Trailer shoot(String scene, Character lead) throws InterruptedException, NoTrailerException {
        List<String> reasons = new ArrayList<>();
        for (Cut cut : cuts(scene, lead)) {
            if (!budget.take(cut.price())) {
                reasons.add(cut.model() + " is over budget");
                continue;
            }
            try {
                return shoot(cut);
            } catch (ApiException | PredictionFailedException | AwaitTimeoutException | NoTrailerException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new NoTrailerException(reasons);
    }

    /**
     * Starts a trailer and does not wait for it.
     *
     * @param callback where the service is to tell of its end
     * @return the job's id
     */
    public String order(String scene, Character lead, URI callback) throws InterruptedException {
        TextToVideo input = TextToVideo.of(scene).characters(lead);
        String webhook = URLEncoder.encode(callback.toString(), StandardCharsets.UTF_8);
        return submit(input.model() + "?webhook=" + webhook, input).id();
    }

    private Trailer shoot(Cut cut) throws InterruptedException, NoTrailerException {
        try {
            Prediction job = submit(cut.model(), cut.input());
            return new Trailer(job.id(), cut.model(), video(api.await(job).orThrow()));
        } catch (ApiException | PredictionFailedException e) {
            // Nothing was begun, or it failed and is refunded. A job that takes too long may end some day: it is paid.
            budget.giveBack(cut.price());
            throw e;
        }
    }

    private static URI video(Outcome.Completed done) throws NoTrailerException {
        if (done.outputs().isEmpty() || !(done.outputs().get(0) instanceof Output.Text address)) {
            throw new NoTrailerException(List.of(done.prediction().id() + " completed without a video"));
        }
        return URI.create(address.value());
    }

    private static List<Cut> cuts(String scene, Character lead) {
        return List.of(
                new Cut(TextToVideo.sora2Pro(scene).characters(lead), "1.20"),
                new Cut(TextToVideo.of(scene).characters(lead), "0.40"));
    }

    // "Too many" is an answer that leaves nothing behind, so it is safe to ask again.
    private Prediction submit(String model, TextToVideo input) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt < SUBMITS; attempt++) {
            try {
                return api.submit(model, input.fields());
            } catch (RateLimitedException e) {
                clock.sleep(e.retryAfter().orElse(pause));
                pause = pause.multipliedBy(2);
            }
        }
        return api.submit(model, input.fields());
    }
}
